package io.otklik.jobs.misinformation;

import io.otklik.schemas.CopyStance;
import io.otklik.similarity.claim.ClaimMatch;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.Spread;
import io.otklik.similarity.signal.SpreadRule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is counted of a story's messages. It says the same whatever order they were added in, and
 * what adding one costs does not grow with how many there are.
 *
 * @param rule by which rule of spreading it is counted, as that is written
 * @param messages how many there are
 * @param speaking in how many of those that tell the story each signal of the text speaks, by its
 *     bit; null in state that was written before it was counted
 * @param first the earliest message; null if there is none
 * @param teller the earliest of those that tell the story; null if there is none
 * @param last the latest message; null if there is none
 * @param claim the one that repeats its claim most surely; null if none repeats one
 * @param minutes the minutes (of the epoch) in which it was told, ascending
 * @param minuteCopies how often in each
 * @param denials official messages that deny it, ascending by time
 * @param sharesLink whether a link of one stood on many pages within a minute
 */
public record Tally(
        String rule,
        int messages,
        int questions,
        int[] speaking,
        Sighting first,
        Sighting teller,
        Sighting last,
        Sighting claim,
        Spread spread,
        long[] minutes,
        int[] minuteCopies,
        List<StoryTold.Denial> denials,
        boolean sharesLink) {

    private static final long MINUTE = 60_000;

    private static final Comparator<Sighting> BY_TIME = Comparator.comparing(Sighting::label);

    private static final Comparator<StoryTold.Denial> DENIALS_BY_TIME =
            Comparator.comparingLong(StoryTold.Denial::at)
                    .thenComparing(StoryTold.Denial::messageId);

    /** Of no message. */
    static Tally of(SpreadRule rule) {
        return new Tally(
                rule.toString(),
                0,
                0,
                new int[0],
                null,
                null,
                null,
                null,
                Spread.NONE,
                new long[0],
                new int[0],
                List.of(),
                false);
    }

    /** Whether more can be added by that rule; if not, all are to be counted anew. */
    boolean isBy(SpreadRule spreading) {
        return speaking != null && rule.equals(spreading.toString());
    }

    /**
     * The tally with more messages.
     *
     * @param points where those that tell the story are kept too
     * @param rule the same as before
     */
    Tally with(List<Sighting> added, StoryPoints points, SpreadRule rule) throws Exception {
        if (added.isEmpty()) {
            return this;
        }
        List<Sighting> ordered = new ArrayList<>(added);
        ordered.sort(BY_TIME);
        List<Spread.Point> told = new ArrayList<>();
        List<StoryTold.Denial> allDenials = new ArrayList<>(denials);
        int asked = questions;
        int[] spoken = speaking;
        Sighting earliest = teller;
        Sighting surest = claim;
        for (Sighting message : ordered) {
            switch (message.stance()) {
                case REFUTATION ->
                        allDenials.add(
                                new StoryTold.Denial(
                                        message.messageId(), message.url(), message.publishedAt()));
                case QUESTION -> asked++;
                case STORY, SATIRE -> {
                    told.add(new Spread.Point(message.publishedAt(), message.communityId()));
                    earliest = earlier(earliest, message);
                    spoken = plus(spoken, message.signals());
                }
            }
            surest = surer(surest, message);
        }
        allDenials.sort(DENIALS_BY_TIME);
        Spread next = spread;
        if (!told.isEmpty()) {
            next = spread.with(told, spread.pages() + points.add(told), points, rule);
        }
        Sighting latest = ordered.get(ordered.size() - 1);
        Minutes counted = Minutes.of(minutes, minuteCopies, told);
        return new Tally(
                this.rule,
                messages + added.size(),
                asked,
                spoken,
                earlier(first, ordered.get(0)),
                earliest,
                last == null || BY_TIME.compare(last, latest) < 0 ? latest : last,
                surest,
                next,
                counted.minutes,
                counted.copies,
                allDenials,
                sharesLink || added.stream().anyMatch(Sighting::sharesLink));
    }

    /** The tally when one of its messages turned out to share its link. */
    Tally asSharingLink() {
        return new Tally(
                rule,
                messages,
                questions,
                speaking,
                first,
                teller,
                last,
                claim,
                spread,
                minutes,
                minuteCopies,
                denials,
                true);
    }

    private static Sighting earlier(Sighting one, Sighting other) {
        return one == null || BY_TIME.compare(other, one) < 0 ? other : one;
    }

    private static int[] plus(int[] spoken, long signals) {
        int places = Math.max(spoken.length, Long.SIZE - Long.numberOfLeadingZeros(signals));
        int[] more = Arrays.copyOf(spoken, places);
        for (int i = 0; i < places; i++) {
            more[i] += (int) (signals >>> i & 1);
        }
        return more;
    }

    /** Bits of the signals that speak in at least so many of those that tell the story. */
    private long spokenBy(int least) {
        long bits = 0;
        for (int i = 0; i < speaking.length; i++) {
            bits |= speaking[i] >= least ? 1L << i : 0;
        }
        return bits;
    }

    private static Sighting surer(Sighting known, Sighting message) {
        if (message.claimId() == null) {
            return known;
        }
        int than = known == null ? 1 : Double.compare(message.claimScore(), known.claimScore());
        return than > 0 || than == 0 && BY_TIME.compare(message, known) < 0 ? message : known;
    }

    /**
     * The message by which the story is known: the first of those that tell it, if there is one.
     */
    Sighting source() {
        return teller == null ? first : teller;
    }

    /**
     * The story that it tells.
     *
     * @param linkedClaim the claim that a person registered it under; null if none
     * @param found the claim that the source was found to repeat after it came; null if none
     */
    StoryTold told(String storyId, String linkedClaim, ClaimMatch found) {
        Sighting source = source();
        long signals = spokenBy(1);
        long own = source.signals() | spokenBy(spread.copies() / 2 + 1);
        boolean linked = linkedClaim != null;
        ClaimMatch match = linked ? null : surest(found);
        return new StoryTold(
                storyId,
                match == null ? linkedClaim : match.claimId(),
                match == null ? 0 : match.score(),
                match != null && match.sure(),
                linked,
                match == null ? List.of() : match.words(),
                false,
                null,
                source.communityId(),
                source.platform(),
                source.url(),
                source.text(),
                source.official(),
                source.stance() == CopyStance.SATIRE,
                signals,
                signals & ~own,
                source.publishedAt(),
                last.publishedAt(),
                spread.copies(),
                spread.pages(),
                spread.burst(),
                spread.burstAt(),
                spread.usual(),
                spread.spreadsAt(),
                sharesLink
                        ? Math.max(SignalBook.COORDINATED_PAGES, spread.coordinatedPages())
                        : spread.coordinatedPages(),
                questions,
                minutes,
                minuteCopies,
                denials);
    }

    private ClaimMatch surest(ClaimMatch found) {
        boolean own = claim != null && (found == null || found.score() <= claim.claimScore());
        return own
                ? new ClaimMatch(
                        claim.claimId(), claim.claimScore(), claim.claimSure(), claim.claimWords())
                : found;
    }

    /** Minutes, ascending, and how many copies each has. */
    private record Minutes(long[] minutes, int[] copies) {

        static Minutes of(long[] known, int[] knownCopies, List<Spread.Point> added) {
            long[] minutes = Arrays.copyOf(known, known.length + added.size());
            int[] copies = Arrays.copyOf(knownCopies, minutes.length);
            int size = known.length;
            for (Spread.Point point : added) {
                long minute = Math.floorDiv(point.at(), MINUTE);
                int place = Arrays.binarySearch(minutes, 0, size, minute);
                if (place < 0) {
                    place = -place - 1;
                    System.arraycopy(minutes, place, minutes, place + 1, size - place);
                    System.arraycopy(copies, place, copies, place + 1, size - place);
                    minutes[place] = minute;
                    copies[place] = 0;
                    size++;
                }
                copies[place]++;
            }
            return new Minutes(Arrays.copyOf(minutes, size), Arrays.copyOf(copies, size));
        }
    }
}
