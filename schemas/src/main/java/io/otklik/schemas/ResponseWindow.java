package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * How appeals were answered in one window of one agency, page, municipality or topic group, on the
 * compacted topic {@code response.window}, keyed by {@code windowId}. Emitted at most every ten
 * seconds while the figures change.
 *
 * <p>Each fact counts in the window that its own instant lies in: an appeal where it was published,
 * an answer where it was given, a missed deadline where it passed. What is said to be so
 * <em>now</em> ({@code open}, {@code acknowledgedUnfinished}, {@code firstSilent}, {@code
 * finalSilent}) is what became of the appeals that the window counted; a row is emitted anew when
 * it changes, so that the sum over windows is what is so now.
 *
 * <p>Only what is due counts in {@code firstDue} and {@code finalDue}: answered in time, or past
 * its deadline, silent or not. What may still be answered in time is in neither.
 *
 * <p>A distribution is given by count, mean and percentiles, and by its bins, which add up over
 * windows: bin {@code i} holds times of about {@code 1.0202^i} milliseconds, known to 1 %.
 *
 * @param windowId size, dimension, dimensionId, start and, of a day, the zone
 * @param windowEnd the first instant after the window
 * @param timeZone of the page, for days; UTC for shorter windows
 * @param opened appeals published in the window
 * @param withdrawn of these, withdrawn or merged into another before an answer
 * @param open of these, waiting now for a final answer
 * @param oldestOpenAt when the oldest of the open was published, to the minute; null if none is
 *     open
 * @param medianOpenAt the same of the median (of an even number, the older of the middle two)
 * @param acknowledged appeals taken into work in the window
 * @param acknowledgedUnfinished of these, without a final answer now
 * @param answered final answers given in the window that stand
 * @param reopened times that an appeal was opened anew in the window
 * @param firstDue first responses that fell due: {@code firstInTime + firstOverdue}
 * @param firstInTime given in the window, in time
 * @param firstOverdue whose deadline passed in the window
 * @param firstSilent of these, without any response now
 * @param finalDue final answers that fell due: {@code finalInTime + finalOverdue}
 * @param finalInTime given in the window, in time
 * @param finalOverdue whose deadline passed in the window
 * @param finalSilent of these, without a final answer now
 * @param firstResponses first responses given in the window, in time or late
 * @param templateAnswers of these, template answers
 * @param firstResponseMeanMillis calendar time; null, like the percentiles, if there were none
 * @param businessResponses of the first responses, those whose working time is known
 * @param finishedGaps final answers of the window that an acknowledgement preceded
 * @param gapMeanMillis from the acknowledgement to the final answer, calendar time
 * @param late changes that came after their windows of this size had been let go, half a year after
 *     their latest change; by the window in which they came
 * @param version grows with every emission of the window; the highest is current
 */
public record ResponseWindow(
        @JsonProperty(required = true) String windowId,
        @JsonProperty(required = true) WindowSize size,
        @JsonProperty(required = true) Instant windowStart,
        @JsonProperty(required = true) Instant windowEnd,
        @JsonProperty(required = true) String timeZone,
        @JsonProperty(required = true) WindowDimension dimension,
        @JsonProperty(required = true) String dimensionId,
        String dimensionName,
        String region,
        int opened,
        int withdrawn,
        int open,
        Instant oldestOpenAt,
        Instant medianOpenAt,
        int acknowledged,
        int acknowledgedUnfinished,
        int answered,
        int reopened,
        int firstDue,
        int firstInTime,
        int firstOverdue,
        int firstSilent,
        int finalDue,
        int finalInTime,
        int finalOverdue,
        int finalSilent,
        int firstResponses,
        int templateAnswers,
        Long firstResponseMeanMillis,
        Long firstResponseP50Millis,
        Long firstResponseP90Millis,
        Long firstResponseP95Millis,
        List<Integer> firstResponseBins,
        List<Integer> firstResponseBinCounts,
        int businessResponses,
        Long businessResponseMeanMillis,
        Long businessResponseP50Millis,
        Long businessResponseP90Millis,
        Long businessResponseP95Millis,
        List<Integer> businessResponseBins,
        List<Integer> businessResponseBinCounts,
        int finishedGaps,
        Long gapMeanMillis,
        Long gapP50Millis,
        Long gapP90Millis,
        List<Integer> gapBins,
        List<Integer> gapBinCounts,
        int late,
        long version) {

    public ResponseWindow {
        Contract.require("windowId", windowId);
        Contract.require("size", size);
        Contract.require("windowStart", windowStart);
        Contract.require("windowEnd", windowEnd);
        Contract.require("timeZone", timeZone);
        Contract.require("dimension", dimension);
        Contract.require("dimensionId", dimensionId);
        firstResponseBins = copy(firstResponseBins);
        firstResponseBinCounts = copy(firstResponseBinCounts);
        businessResponseBins = copy(businessResponseBins);
        businessResponseBinCounts = copy(businessResponseBinCounts);
        gapBins = copy(gapBins);
        gapBinCounts = copy(gapBinCounts);
    }

    private static List<Integer> copy(List<Integer> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
