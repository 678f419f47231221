package io.otklik.cli.claim;

import io.otklik.schemas.Claim;
import io.otklik.schemas.Rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A claim as it is after a step. */
public final class ClaimEdit {

    private final Claim claim;

    public ClaimEdit(Claim claim) {
        this.claim = claim;
    }

    /** With what a person found. */
    public Claim rated(Rating rating, Instant at, String by, String reason, Instant updatedAt) {
        return with(
                claim.variants(),
                new Review(rating, at, by, reason),
                claim.reviewUrl(),
                claim.refutedAt(),
                updatedAt);
    }

    /** With what refutes it; the first refutation stays. */
    public Claim refuted(String url, Instant at, Instant updatedAt) {
        boolean first = claim.refutedAt() == null;
        return with(
                claim.variants(),
                review(),
                first && url != null ? url : claim.reviewUrl(),
                first ? at : claim.refutedAt(),
                updatedAt);
    }

    /** With one more wording, as a suspicion has it. */
    public Claim wordedAlso(String wording, Instant at) {
        if (wording == null || claim.wordings().contains(wording)) {
            return claim;
        }
        List<String> variants = new ArrayList<>(claim.variants());
        variants.add(wording);
        return with(variants, review(), claim.reviewUrl(), claim.refutedAt(), at);
    }

    /** A claim that was registered from a suspicion. */
    public static Claim registered(
            String claimId, String text, String suspicionId, String url, Instant at) {
        return new Claim(
                claimId,
                text,
                List.of(),
                at,
                null,
                null,
                url,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                suspicionId,
                at);
    }

    /** Whether two say the same, whenever they were sent. */
    public static boolean same(Claim a, Claim b) {
        return a != null && new ClaimEdit(a).asOldAs(b).equals(b);
    }

    private Claim asOldAs(Claim other) {
        return with(
                claim.variants(),
                review(),
                claim.reviewUrl(),
                claim.refutedAt(),
                other.updatedAt());
    }

    /** What a person found. */
    private record Review(Rating rating, Instant at, String by, String reason) {}

    private Review review() {
        return new Review(claim.rating(), claim.ratedAt(), claim.ratedBy(), claim.ratingReason());
    }

    private Claim with(
            List<String> variants,
            Review review,
            String reviewUrl,
            Instant refutedAt,
            Instant updatedAt) {
        return new Claim(
                claim.claimId(),
                claim.text(),
                variants,
                claim.claimDate(),
                claim.author(),
                claim.location(),
                claim.firstAppearance(),
                claim.appearances(),
                claim.sources(),
                review.rating(),
                review.at(),
                review.by(),
                review.reason(),
                reviewUrl,
                refutedAt,
                claim.suspicionId(),
                updatedAt);
    }
}
