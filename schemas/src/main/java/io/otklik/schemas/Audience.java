package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * How many follow a page at a moment, on topic {@code audience}, keyed by {@code communityId}.
 *
 * @param subscribers total at {@code observedAt}, accounts
 * @param reachWeek accounts that saw anything of the page in the seven days before; null where it
 *     is not known
 */
public record Audience(
        @JsonProperty(required = true) String communityId,
        @JsonProperty(required = true) Instant observedAt,
        long subscribers,
        Long reachWeek) {

    public Audience {
        Contract.require("communityId", communityId);
        Contract.require("observedAt", observedAt);
        Contract.requireNotNegative("subscribers", subscribers);
        if (reachWeek != null) {
            Contract.requireNotNegative("reachWeek", reachWeek);
        }
    }
}
