package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * One thing that happened to a resident's message, on topic {@code appeal.event}, keyed by {@code
 * appealId}.
 *
 * <p>The same facts give the same events in whatever order they arrive. Where a late fact shows
 * that an event never happened so, the event is sent again with {@code retracted} true; then only
 * what makes its id is filled.
 *
 * @param eventId derived from appeal, type, cause, time, metric and level: a repetition has the
 *     same id
 * @param appealId the {@code messageId} of the resident's message, also where it was excluded
 * @param causeMessageId the message that made it happen; of a deadline the appeal itself
 * @param at when it happened, event time
 * @param metric of a deadline, and of the first answer that met or missed it
 * @param level of an escalation, from 1
 * @param dueAt when the term ends, or ended
 * @param elapsedMillis calendar time since the clock's start; null for an exclusion
 * @param elapsedBusinessMillis the same in working time, without the pauses
 * @param agencyId the authority that owed the answer then; of a transfer the new one
 * @param outcome of a final answer
 * @param promisedUntil end of the last day that the answer names
 * @param reason what decided: rules, features, a row of the routing table, a policy's term
 * @param modelVersion of the model and the rule book that decided
 * @param version grows with every emission for the same appeal; the highest is current
 */
public record AppealEvent(
        @JsonProperty(required = true) String eventId,
        @JsonProperty(required = true) String appealId,
        @JsonProperty(required = true) String threadId,
        @JsonProperty(required = true) String communityId,
        @JsonProperty(required = true) AppealEventType type,
        @JsonProperty(required = true) String causeMessageId,
        @JsonProperty(required = true) Instant at,
        SlaMetric metric,
        Integer level,
        Instant dueAt,
        Long elapsedMillis,
        Long elapsedBusinessMillis,
        String agencyId,
        Outcome outcome,
        Instant promisedUntil,
        String reason,
        String policyId,
        Integer policyVersion,
        Integer calendarVersion,
        String modelVersion,
        boolean retracted,
        long version) {

    public AppealEvent {
        Contract.require("eventId", eventId);
        Contract.require("appealId", appealId);
        Contract.require("threadId", threadId);
        Contract.require("communityId", communityId);
        Contract.require("type", type);
        Contract.require("causeMessageId", causeMessageId);
        Contract.require("at", at);
    }

    /** The same, as emitted then. */
    public AppealEvent emitted(boolean retracted, long version) {
        return new AppealEvent(
                eventId,
                appealId,
                threadId,
                communityId,
                type,
                causeMessageId,
                at,
                metric,
                level,
                dueAt,
                elapsedMillis,
                elapsedBusinessMillis,
                agencyId,
                outcome,
                promisedUntil,
                reason,
                policyId,
                policyVersion,
                calendarVersion,
                modelVersion,
                retracted,
                version);
    }
}
