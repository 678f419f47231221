package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim that people check or have checked, on the compacted topic {@code claim}, keyed by {@code
 * claimId}. The fields are those of schema.org's ClaimReview.
 *
 * @param text what is claimed, in one sentence
 * @param variants other wordings of it
 * @param claimDate when it was made
 * @param author who made it, as the register words it; never a resident's name
 * @param location the place it is about
 * @param firstAppearance address of its first appearance that is known
 * @param appearances addresses of further ones
 * @param sources what the check rests on
 * @param rating what a person found; null while it is checked
 * @param ratedBy who
 * @param ratingReason why
 * @param reviewUrl the published check or refutation
 * @param refutedAt when it was refuted in public; null while it was not
 * @param suspicionId the suspicion that it was registered from; null for an imported one
 * @param updatedAt when the entry was made; the later one is in force
 */
public record Claim(
        @JsonProperty(required = true) String claimId,
        @JsonProperty(required = true) String text,
        List<String> variants,
        Instant claimDate,
        String author,
        String location,
        String firstAppearance,
        List<String> appearances,
        List<String> sources,
        Rating rating,
        Instant ratedAt,
        String ratedBy,
        String ratingReason,
        String reviewUrl,
        Instant refutedAt,
        String suspicionId,
        @JsonProperty(required = true) Instant updatedAt) {

    public Claim {
        Contract.require("claimId", claimId);
        Contract.require("text", text);
        Contract.require("updatedAt", updatedAt);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text is empty");
        }
        variants = variants == null ? List.of() : List.copyOf(variants);
        appearances = appearances == null ? List.of() : List.copyOf(appearances);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** Every wording that is known. */
    @JsonIgnore
    public List<String> wordings() {
        List<String> wordings = new ArrayList<>(variants.size() + 1);
        wordings.add(text);
        wordings.addAll(variants);
        return wordings;
    }

    /** Whether people found it false. */
    @JsonIgnore
    public boolean isFalse() {
        return rating != null && rating.isFalse();
    }
}
