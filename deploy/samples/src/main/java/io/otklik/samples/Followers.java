package io.otklik.samples;

import io.otklik.samples.corpus.Rng;
import io.otklik.schemas.Audience;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How many follow each page of the sample: counted on the first of each month of the year before,
 * the last time four days before the stream begins, so that no window is over when its messages
 * come.
 */
final class Followers {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 1);
    private static final int MONTHS = 12;
    private static final double LEAST_GROWTH = -0.004;
    private static final double MOST_GROWTH = 0.03;

    private final List<Page> pages;
    private final Rng rng;

    /**
     * @param seed equal seeds give equal numbers
     */
    Followers(List<Page> pages, long seed) {
        this.pages = pages;
        this.rng = new Rng(seed);
    }

    List<Audience> all() {
        List<Audience> all = new ArrayList<>();
        for (Page page : pages) {
            double followers = rng.between(least(page), 4 * least(page));
            double growth = LEAST_GROWTH + rng.unit() * (MOST_GROWTH - LEAST_GROWTH);
            for (int month = MONTHS; month >= 0; month--) {
                Instant at =
                        LAST.minusMonths(month)
                                .atTime(9, 0)
                                .atZone(GeneratorConfig.ZONE)
                                .toInstant();
                all.add(
                        new Audience(
                                page.communityId(),
                                at,
                                Math.round(followers),
                                Math.round(followers * (0.2 + 0.5 * rng.unit()))));
                followers *= 1 + growth;
            }
        }
        return all;
    }

    private static int least(Page page) {
        return switch (page.level()) {
            case "Региональный" -> 9_000;
            case "Муниципальный" -> 3_000;
            default -> 800;
        };
    }
}
