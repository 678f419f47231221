package io.otklik.jobs.response;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Percentiles keep the stated error, whatever was added, taken back or merged. */
class DurationsTest {

    private static final long TEN_YEARS = 10L * 366 * 24 * 3_600_000;

    @Test
    void percentilesAreWithinOnePercentOfTheExactOnes() {
        Random random = new Random(2026);
        for (int round = 0; round < 50; round++) {
            List<Long> values = values(random, 1 + random.nextInt(2_000));
            Durations durations = sum(values, 1);
            Collections.sort(values);

            assertThat(durations.count()).isEqualTo(values.size());
            assertThat(durations.mean())
                    .isEqualTo(
                            Math.floorDiv(values.stream().mapToLong(v -> v).sum(), values.size()));
            for (double quantile : new double[] {0, 0.5, 0.9, 0.95, 1}) {
                long exact = values.get((int) (quantile * (values.size() - 1)));
                assertThat((double) durations.quantile(quantile))
                        .isCloseTo(exact, within(exact * Durations.RELATIVE_ACCURACY + 0.5));
            }
        }
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        Random random = new Random(7);
        List<Long> stay = values(random, 300);
        List<Long> go = values(random, 200);

        Durations mixed = sum(stay, 1).plus(sum(go, 1)).plus(sum(go, -1));

        assertThat(mixed).usingRecursiveComparison().isEqualTo(sum(stay, 1));
        assertThat(sum(stay, 1).plus(sum(stay, -1)).isNone()).isTrue();
    }

    @Test
    void binsAreAsManyAsTheJavadocSays() {
        int first = Durations.of(1, 1).bins().indexes()[0];
        int last = Durations.of(TEN_YEARS, 1).bins().indexes()[0];

        assertThat(last - first + 1).isEqualTo(1_324);
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThat(Durations.NONE.mean()).isNull();
        assertThat(Durations.NONE.quantile(0.5)).isNull();
        assertThat(Durations.of(0, 1).quantile(0.5)).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackWithoutBeingAddedHasNoPercentiles() {
        for (int debt = 1; debt <= 100; debt++) {
            Durations owing = sum(values(new Random(debt), debt), -1);
            Durations even = owing.plus(sum(values(new Random(-debt), debt), 1));
            for (double quantile : new double[] {0, 0.5, 0.95, 1}) {
                assertThat(owing.quantile(quantile)).isNull();
                assertThat(even.quantile(quantile)).isNull();
            }
            assertThat(owing.mean()).isNull();
            assertThat(even.mean()).isNull();
        }
    }

    private static List<Long> values(Random random, int count) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(1 + (long) Math.exp(random.nextDouble() * Math.log(TEN_YEARS)));
        }
        return values;
    }

    private static Durations sum(List<Long> values, int sign) {
        Durations sum = Durations.NONE;
        for (long value : values) {
            sum = sum.plus(Durations.of(value, sign));
        }
        return sum;
    }
}
