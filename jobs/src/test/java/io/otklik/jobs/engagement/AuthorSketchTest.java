package io.otklik.jobs.engagement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorSketchTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "511, 0", "2000, 0.14", "50000, 0.14", "400000, 0.14"})
    void estimatesWithinThreeStandardErrors(int authors, double error) {
        long[] sketch = sketch(0, authors);

        assertThat(Math.abs(AuthorSketch.estimate(sketch) - authors))
                .isLessThanOrEqualTo((int) (authors * error));
    }

    @Test
    void sketchesUniteInAnyOrderAndCountNobodyTwice() {
        long[] all = sketch(0, 3_000);

        assertThat(AuthorSketch.union(sketch(0, 2_000), sketch(1_000, 3_000))).isEqualTo(all);
        assertThat(AuthorSketch.union(sketch(1_000, 3_000), sketch(0, 2_000))).isEqualTo(all);
        assertThat(AuthorSketch.union(all, all)).isEqualTo(all);
        assertThat(all).hasSize(AuthorSketch.SIZE);
        assertThat(Arrays.stream(all).sorted().toArray()).isEqualTo(all);
    }

    @Test
    void oneAfterTheOtherOrUnitedTheyAreTheSameSketch() {
        long[] sketch = AuthorSketch.EMPTY;
        Authors inPlace = new Authors();
        Authors some = new Authors();
        for (int i = 0; i < 3 * AuthorSketch.SIZE; i++) {
            // Every fourth one wrote before.
            long hash = Hashes.of("p:" + (i % 4 == 3 ? i - 3 : i));
            sketch = AuthorSketch.union(sketch, AuthorSketch.of(hash));
            some.add(hash);
            if (i % 7 == 6) {
                inPlace.add(some);
                some = new Authors();
            }
        }
        inPlace.add(some);
        Authors together = new Authors();
        together.add(inPlace);

        assertThat(inPlace.sketch()).containsExactly(sketch).hasSize(AuthorSketch.SIZE);
        assertThat(together.sketch()).containsExactly(sketch);
    }

    private static long[] sketch(int from, int to) {
        long[] sketch = AuthorSketch.EMPTY;
        for (int i = from; i < to; i++) {
            sketch = AuthorSketch.union(sketch, AuthorSketch.of(Hashes.of("p:" + i)));
        }
        return sketch;
    }
}
