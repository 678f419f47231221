package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * What a person did about a claim, on topic {@code verdict}, keyed by {@code claimId}. Steps are
 * added, never changed: together they are the claim's history.
 *
 * @param verdictId made of claim, step and time
 * @param suspicionId the suspicion that is registered; null for the other steps
 * @param rating of step RATED
 * @param actor who decided
 * @param reason why
 * @param messageId the official message that refutes, of step REFUTED
 * @param url of what refutes, of step REFUTED
 */
public record Verdict(
        @JsonProperty(required = true) String verdictId,
        @JsonProperty(required = true) String claimId,
        String suspicionId,
        @JsonProperty(required = true) VerdictStep step,
        Rating rating,
        @JsonProperty(required = true) String actor,
        @JsonProperty(required = true) String reason,
        String messageId,
        String url,
        @JsonProperty(required = true) Instant at) {

    public Verdict {
        Contract.require("verdictId", verdictId);
        Contract.require("claimId", claimId);
        Contract.require("step", step);
        Contract.require("actor", actor);
        Contract.require("reason", reason);
        Contract.require("at", at);
        if (step == VerdictStep.REGISTERED) {
            Contract.require("suspicionId", suspicionId);
        }
        if (step == VerdictStep.RATED) {
            Contract.require("rating", rating);
        }
    }
}
