package io.otklik.jobs.misinformation;

import io.otklik.schemas.Platform;

import java.util.Arrays;
import java.util.List;

/**
 * What a story is made of, all at once.
 *
 * @param claimId the claim that it repeats or was registered under; null if none
 * @param claimSure whether the claim's match is sure; false also where a person linked it
 * @param linked whether a person linked the claim
 * @param gone it no longer stands under this claim, or was merged
 * @param mergedInto the story that it is part of now; null if none
 * @param signals bits of the text's signals that speak in any copy
 * @param added those of them that speak neither in the first copy nor in most: what somebody put
 *     before it
 * @param spreadsAt when it first met the rule of spreading; null if it never did
 * @param minutes the minutes (of the epoch) in which copies were published, ascending
 * @param minuteCopies how many in each
 * @param refutations official messages in it that deny it
 */
public record StoryTold(
        String storyId,
        String claimId,
        double claimScore,
        boolean claimSure,
        boolean linked,
        List<String> claimWords,
        boolean gone,
        String mergedInto,
        String communityId,
        Platform platform,
        String url,
        String text,
        boolean official,
        boolean satire,
        long signals,
        long added,
        long firstAt,
        long lastAt,
        int copies,
        int pages,
        int burst,
        long burstAt,
        double usual,
        Long spreadsAt,
        int coordinatedPages,
        int questions,
        long[] minutes,
        int[] minuteCopies,
        List<Denial> refutations) {

    /** An official message that denies a story. */
    public record Denial(String messageId, String url, long at) {}

    /** Under which claim, or alone, people follow it. */
    String subject() {
        return claimId == null ? storyId : claimId;
    }

    /** Copies in the whole minutes after an instant. */
    int copiesAfter(long at) {
        int after = 0;
        for (int i = 0; i < minutes.length; i++) {
            after += minutes[i] > at / 60_000 ? minuteCopies[i] : 0;
        }
        return after;
    }

    /** The same, no longer standing under its subject. */
    StoryTold leaving(String into) {
        return with(true, into, minutes, minuteCopies);
    }

    /** By what it says: arrays by their elements. */
    boolean same(StoryTold other) {
        return other != null
                && withoutArrays().equals(other.withoutArrays())
                && Arrays.equals(minutes, other.minutes)
                && Arrays.equals(minuteCopies, other.minuteCopies);
    }

    private StoryTold withoutArrays() {
        return with(gone, mergedInto, null, null);
    }

    private StoryTold with(boolean gone, String mergedInto, long[] minutes, int[] minuteCopies) {
        return new StoryTold(
                storyId,
                claimId,
                claimScore,
                claimSure,
                linked,
                claimWords,
                gone,
                mergedInto,
                communityId,
                platform,
                url,
                text,
                official,
                satire,
                signals,
                added,
                firstAt,
                lastAt,
                copies,
                pages,
                burst,
                burstAt,
                usual,
                spreadsAt,
                coordinatedPages,
                questions,
                minutes,
                minuteCopies,
                refutations);
    }
}
