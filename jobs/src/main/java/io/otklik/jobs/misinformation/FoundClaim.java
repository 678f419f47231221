package io.otklik.jobs.misinformation;

import io.otklik.similarity.claim.ClaimMatch;

/**
 * The claim that a story was found to repeat by its own text, whenever the claim came.
 *
 * @param source the message that the text is of
 * @param match null if it repeats none
 * @param among of all claims, see {@link io.otklik.similarity.claim.ClaimIndex#digest}
 */
public record FoundClaim(Label source, ClaimMatch match, long among) {}
