package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * Views, likes, reposts and comments of one message, on topic {@code social.counter}, keyed by
 * {@code messageId}.
 *
 * @param kind totals at {@code observedAt}, or the difference made by one event
 * @param eventId tells events of kind CHANGE apart, so that a repeated delivery counts once; null
 *     for a snapshot
 * @param actorId pseudonym of who made a CHANGE; null for a snapshot
 */
public record Counter(
        @JsonProperty(required = true) String messageId,
        @JsonProperty(required = true) String communityId,
        @JsonProperty(required = true) Instant observedAt,
        @JsonProperty(required = true) CounterKind kind,
        String eventId,
        String actorId,
        Long views,
        Long likes,
        Long reposts,
        Long comments) {

    public Counter {
        Contract.require("messageId", messageId);
        Contract.require("communityId", communityId);
        Contract.require("observedAt", observedAt);
        Contract.require("kind", kind);
        if (kind == CounterKind.CHANGE) {
            Contract.require("eventId", eventId);
        }
    }
}
