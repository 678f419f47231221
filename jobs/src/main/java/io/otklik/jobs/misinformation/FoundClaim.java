package io.otklik.jobs.misinformation;

import io.otklik.similarity.claim.ClaimMatch;

/**
 * The claim that a story was found to repeat by its own text, whenever the claim came.
 *
 * @param source the message that the text is of
 * @param match null if it repeats none
 */
public record FoundClaim(Label source, ClaimMatch match) {

    /** With a claim more, if the text repeats that more surely. */
    FoundClaim or(ClaimMatch other) {
        boolean surer =
                other != null
                        && (match == null
                                || other.score() > match.score()
                                || other.claimId().equals(match.claimId()));
        return surer ? new FoundClaim(source, other) : this;
    }
}
