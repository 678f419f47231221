package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.List;

/**
 * A story that should be checked, and how far that is, on the compacted topic {@code suspicion},
 * keyed by {@code suspicionId}. A reason to check, never a verdict. Sent whenever it changes.
 *
 * @param suspicionId the story's first message
 * @param score how much speaks for a check, 0 to 1
 * @param signals what speaks, the heaviest first
 * @param claimId the known claim that it repeats, or was registered under; null if none
 * @param claimScore how surely it repeats it; null if a person linked it
 * @param claimSure whether that is a match; else it is a suggestion to a person
 * @param claimWords the words that it has in common with the claim
 * @param communityId page of the first copy
 * @param text beginning of the first copy's text
 * @param copies messages that tell it, questions and refutations left out
 * @param pages on which they stand
 * @param burst most copies within a window of the book
 * @param burstAt when the last of these was published
 * @param usual copies in such a window that are usual for it
 * @param questions messages that ask whether it is true
 * @param refutations official messages that deny it
 * @param dueAt by when a refutation still helps: the book's time for it after the first copy, four
 *     hours as shipped
 * @param inTime whether it was refuted by then; null while it is neither refuted nor overdue
 * @param copiesAfter copies after the refutation
 * @param resurfaced whether the claim was refuted before the first copy
 * @param mergedInto the story that it turned out to be a part of; null if none
 * @param updatedAt time of the latest fact that it rests on
 * @param retracted a late fact shows that nothing speaks for a check
 * @param version grows with every emission for the same suspicion; the highest is current
 */
public record Suspicion(
        @JsonProperty(required = true) String suspicionId,
        @JsonProperty(required = true) SuspicionStatus status,
        double score,
        List<SuspicionSignal> signals,
        String claimId,
        Double claimScore,
        boolean claimSure,
        List<String> claimWords,
        @JsonProperty(required = true) String communityId,
        @JsonProperty(required = true) Platform platform,
        String url,
        String text,
        @JsonProperty(required = true) Instant firstAt,
        @JsonProperty(required = true) Instant lastAt,
        int copies,
        int pages,
        int burst,
        Instant burstAt,
        double usual,
        int questions,
        int refutations,
        Instant registeredAt,
        Rating rating,
        Instant ratedAt,
        String ratedBy,
        String ratingReason,
        @JsonProperty(required = true) Instant dueAt,
        Instant refutedAt,
        String refutationId,
        String refutationUrl,
        Boolean inTime,
        int copiesAfter,
        boolean resurfaced,
        Instant closedAt,
        String mergedInto,
        @JsonProperty(required = true) Instant updatedAt,
        boolean retracted,
        long version) {

    public Suspicion {
        Contract.require("suspicionId", suspicionId);
        Contract.require("status", status);
        Contract.require("communityId", communityId);
        Contract.require("platform", platform);
        Contract.require("firstAt", firstAt);
        Contract.require("lastAt", lastAt);
        Contract.require("dueAt", dueAt);
        Contract.require("updatedAt", updatedAt);
        signals = signals == null ? List.of() : List.copyOf(signals);
        claimWords = claimWords == null ? List.of() : List.copyOf(claimWords);
    }

    /** The same, as emitted then. */
    public Suspicion emitted(boolean retracted, long version) {
        return with(mergedInto, retracted, version);
    }

    /** The same, merged into another story. */
    public Suspicion mergedInto(String story) {
        return with(story, retracted, version);
    }

    private Suspicion with(String mergedInto, boolean retracted, long version) {
        return new Suspicion(
                suspicionId,
                status,
                score,
                signals,
                claimId,
                claimScore,
                claimSure,
                claimWords,
                communityId,
                platform,
                url,
                text,
                firstAt,
                lastAt,
                copies,
                pages,
                burst,
                burstAt,
                usual,
                questions,
                refutations,
                registeredAt,
                rating,
                ratedAt,
                ratedBy,
                ratingReason,
                dueAt,
                refutedAt,
                refutationId,
                refutationUrl,
                inTime,
                copiesAfter,
                resurfaced,
                closedAt,
                mergedInto,
                updatedAt,
                retracted,
                version);
    }
}
