package io.otklik.jobs.response;

import java.time.Instant;
import java.util.List;

/**
 * What the windows count of one appeal.
 *
 * @param timeZone of the page
 * @param openedAt when it was published
 * @param open whether it waits for a final answer
 * @param withdrawn whether it was withdrawn, or merged into another
 * @param acknowledgedAt null, like the other times, for what did not happen
 * @param firstResponseMillis from {@code openedAt} to the first response, calendar time
 * @param firstResponseBusinessMillis the same in working time; null if no calendar is known
 * @param templateResponse whether somebody else got the first response before, in its thread or not
 * @param firstHasDeadline whether a policy sets a deadline for the first response
 * @param firstBreachedAt when that deadline passed without a response
 * @param finalHasDeadline whether a policy sets a deadline for the final answer
 * @param finalBreachedAt when a deadline for the final answer first passed without one
 * @param reopenedAt every time it was opened anew
 */
public record AppealFacts(
        String timeZone,
        Instant openedAt,
        boolean open,
        boolean withdrawn,
        Instant acknowledgedAt,
        Instant firstResponseAt,
        Long firstResponseMillis,
        Long firstResponseBusinessMillis,
        boolean templateResponse,
        boolean firstHasDeadline,
        Instant firstBreachedAt,
        Instant finalAnswerAt,
        boolean finalHasDeadline,
        Instant finalBreachedAt,
        List<Instant> reopenedAt) {

    /** The same appeal, whose first response turned out to be a template. */
    AppealFacts withTemplate() {
        return new AppealFacts(
                timeZone,
                openedAt,
                open,
                withdrawn,
                acknowledgedAt,
                firstResponseAt,
                firstResponseMillis,
                firstResponseBusinessMillis,
                true,
                firstHasDeadline,
                firstBreachedAt,
                finalAnswerAt,
                finalHasDeadline,
                finalBreachedAt,
                reopenedAt);
    }
}
