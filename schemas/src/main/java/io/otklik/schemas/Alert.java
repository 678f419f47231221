package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * Something that an officer must look at, on the compacted topic {@code alert}, keyed by {@code
 * alertId}. Sent when it is raised, when it changes, and when it is cleared.
 *
 * @param alertId made of subject, metric and level, of a spike of subject, kind and time: a
 *     repetition has the same id
 * @param metric the term that it is about; null where it is about none
 * @param level 0 a warning or a miss, from 1 an escalation
 * @param agencyId the authority that owes the answer; of a spike, the page's
 * @param subjectId what it is about: an appeal, a story, a post or a page
 * @param text beginning of the subject's text; of a spike, what was counted
 * @param dueAt when the term ends, or ended
 * @param raisedAt when it was due to be told, event time
 * @param clearedAt when there was no more reason for it; null while there is
 * @param lateMillis of a miss that was cleared by an answer: how long after {@code dueAt} it came
 * @param retracted a late fact shows that there never was a reason for it
 * @param version grows with every emission for the same alert; the highest is current
 */
public record Alert(
        @JsonProperty(required = true) String alertId,
        @JsonProperty(required = true) AlertKind kind,
        SlaMetric metric,
        int level,
        String agencyId,
        String agencyName,
        @JsonProperty(required = true) String subjectId,
        String communityId,
        String communityName,
        String url,
        String topicGroup,
        Urgency urgency,
        String text,
        Instant dueAt,
        @JsonProperty(required = true) Instant raisedAt,
        Instant clearedAt,
        Long lateMillis,
        boolean retracted,
        long version) {

    public Alert {
        Contract.require("alertId", alertId);
        Contract.require("kind", kind);
        Contract.require("subjectId", subjectId);
        Contract.require("raisedAt", raisedAt);
    }

    /** The same, as emitted then. */
    public Alert emitted(boolean retracted, long version) {
        return new Alert(
                alertId,
                kind,
                metric,
                level,
                agencyId,
                agencyName,
                subjectId,
                communityId,
                communityName,
                url,
                topicGroup,
                urgency,
                text,
                dueAt,
                raisedAt,
                clearedAt,
                lateMillis,
                retracted,
                version);
    }
}
