package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** What is packed is unpacked again, and sums up as it would unpacked. */
class SlotsTest {

    private static final int MINUTES = 60;

    private final Random random = new Random(7);

    @Test
    void whatIsAddedInAnyOrderIsTheSumOfEachSlot() {
        for (int round = 0; round < 300; round++) {
            byte[] packed = Slots.NONE;
            byte[] halves = Slots.NONE;
            Tally tally = Tally.of(EngagementSize.HOUR);
            Tally half = Tally.of(EngagementSize.HOUR);
            WindowSum[] expected = new WindowSum[MINUTES];
            long present = 0;
            for (int i = random.nextInt(40); i > 0; i--) {
                int slot = random.nextInt(MINUTES);
                WindowSum sum = sum();
                byte[] one = Slots.of(slot, sum);
                packed = Slots.plus(packed, one);
                halves = i % 2 == 0 ? Slots.plus(one, halves) : halves;
                (i % 2 == 0 ? half : tally).add(one);
                expected[slot] =
                        (expected[slot] == null ? WindowSum.ZERO : expected[slot]).plus(sum);
                present |= 1L << slot;
            }
            assertSums(unpacked(packed, MINUTES), expected);
            tally.add(half);
            assertThat(tally.packed()).isEqualTo(packed);
            assertThat(tally.present()).isEqualTo(present);
            assertThat(Slots.present(packed)).isEqualTo(present);
            byte[] nothing = Slots.plus(halves, Slots.negated(halves));
            for (WindowSum sum : unpacked(nothing, MINUTES)) {
                assertThat(sum == null || Figure.isZero(sum.figures())).isTrue();
            }
        }
    }

    @Test
    void aSparseHourTakesAHandfulOfBytes() {
        WindowSum comment =
                new WindowSum(Figure.one(Figure.COMMENTS, 1), AuthorSketch.of(Hashes.of("p:1")));
        byte[] packed = Slots.plus(Slots.of(3, comment), Slots.of(58, comment));
        assertThat(packed).hasSizeLessThan(30);
    }

    @Test
    void aDayIsTheSameInSlotNought() {
        WindowSum sum = sum();
        byte[] day = Tally.of(EngagementSize.DAY, Slots.of(59, sum)).packed();
        WindowSum moved = unpacked(day, 1)[0];
        assertThat(moved.figures()).containsExactly(sum.figures());
        assertThat(moved.authors()).containsExactly(sum.authors());
    }

    /** By slot, as many as asked for; null where there is nothing. */
    private static WindowSum[] unpacked(byte[] packed, int many) {
        WindowSum[] sums = new WindowSum[many];
        for (Slots.Reader in = new Slots.Reader(packed); in.has(); ) {
            int slot = in.slot();
            sums[slot] = in.next();
        }
        return sums;
    }

    private static void assertSums(WindowSum[] found, WindowSum[] expected) {
        for (int slot = 0; slot < MINUTES; slot++) {
            if (expected[slot] == null) {
                assertThat(found[slot]).isNull();
            } else {
                assertThat(found[slot].figures()).containsExactly(expected[slot].figures());
                assertThat(found[slot].authors()).containsExactly(expected[slot].authors());
            }
        }
    }

    private WindowSum sum() {
        long[] figures = Figure.none();
        for (int i = random.nextInt(5); i > 0; i--) {
            // Of every length, extremes of it included.
            long figure = random.nextLong() >> random.nextInt(Long.SIZE);
            figures[random.nextInt(figures.length)] = figure;
        }
        long[] authors = random.longs(random.nextInt(4), 1, Long.MAX_VALUE).sorted().toArray();
        return new WindowSum(figures, Arrays.copyOf(authors, authors.length));
    }
}
