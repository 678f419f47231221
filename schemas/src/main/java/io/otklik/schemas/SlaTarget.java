package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One term of a policy. Durations are ISO 8601: hours, minutes and seconds ({@code PT9H}), or whole
 * days ({@code P7D}). In {@link SlaUnit#WORKING} time days are working days, counted from the day
 * after and ending when work ends; in {@link SlaUnit#CALENDAR} time a day is 24 hours.
 *
 * @param metric what has to happen
 * @param urgency for which appeals
 * @param unit in which time all durations of this term run
 * @param within how long it may take
 * @param warnBefore how long before the term's end a warning is due; null: no warning
 * @param escalateAfter how long after the term's end each further level is told, the first level
 *     first
 */
public record SlaTarget(
        @JsonProperty(required = true) SlaMetric metric,
        @JsonProperty(required = true) Urgency urgency,
        @JsonProperty(required = true) SlaUnit unit,
        @JsonProperty(required = true) String within,
        String warnBefore,
        List<String> escalateAfter) {

    private static final Pattern DURATION =
            Pattern.compile("P\\d{1,5}D|PT(?=\\d)(\\d{1,6}H)?(\\d{1,8}M)?(\\d{1,9}S)?");

    public SlaTarget {
        Contract.require("metric", metric);
        Contract.require("urgency", urgency);
        Contract.require("unit", unit);
        Contract.require("within", within);
        Contract.requireForm("within", within, DURATION);
        if (warnBefore != null) {
            Contract.requireForm("warnBefore", warnBefore, DURATION);
        }
        escalateAfter = escalateAfter == null ? List.of() : List.copyOf(escalateAfter);
        escalateAfter.forEach(one -> Contract.requireForm("escalateAfter", one, DURATION));
    }
}
