package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * One thing that happened to a resident's message, on topic {@code appeal.event}, keyed by {@code
 * appealId}.
 *
 * <p>The same facts give the same events in whatever order they arrive. Where a late fact shows
 * that an event never happened so, the event is sent again with {@code retracted} true.
 *
 * @param eventId derived from appeal, type, cause and time: a repetition has the same id
 * @param appealId the {@code messageId} of the resident's message, also where it was excluded
 * @param causeMessageId the message that made it happen
 * @param at when it happened, event time
 * @param elapsedMillis calendar time since the appeal was published; null for an exclusion
 * @param reason of an exclusion: the rule or class that decided
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
        Long elapsedMillis,
        String reason,
        String rulesVersion,
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
}
