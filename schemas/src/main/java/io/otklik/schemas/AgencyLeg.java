package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * How long one authority had an appeal.
 *
 * @param since when it got it
 * @param until when it passed it on; null: it still has it
 */
public record AgencyLeg(
        @JsonProperty(required = true) String agencyId,
        @JsonProperty(required = true) Instant since,
        Instant until) {

    public AgencyLeg {
        Contract.require("agencyId", agencyId);
        Contract.require("since", since);
    }
}
