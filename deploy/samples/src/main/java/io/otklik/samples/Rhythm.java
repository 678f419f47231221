package io.otklik.samples;

import io.otklik.samples.corpus.Rng;

import java.time.Instant;

/** When people write and when officials work, by the region's clock. */
final class Rhythm {

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;

    /** Residents by hour: quiet at night, a peak in the evening. */
    private static final double[] PEOPLE = {
        .12, .06, .04, .03, .03, .06, .20, .45, .58, .60, .58, .60, .68, .62, .56, .58, .64, .76,
        .92, 1, 1, .94, .70, .34
    };

    /** Posts by hour. */
    private static final double[] POSTS = {
        0, 0, 0, 0, 0, 0, 0, .15, .7, 1, 1, .9, .7, .75, .9, .95, .85, .6, .4, .25, .12, .05, 0, 0
    };

    private static final double POSTS_MEAN = 9.32 / 24 * (5 + 2 * .5) / 7;

    private final long offset;

    Rhythm(long startMillis) {
        this.offset =
                GeneratorConfig.ZONE
                                .getRules()
                                .getOffset(Instant.ofEpochMilli(startMillis))
                                .getTotalSeconds()
                        * 1000L;
    }

    /** Days since 1970-01-01 in the region. */
    long localDay(long millis) {
        return Math.floorDiv(millis + offset, DAY);
    }

    private int hour(long millis) {
        return (int) (Math.floorMod(millis + offset, DAY) / HOUR);
    }

    /** 0 for Monday … 6 for Sunday: 1970-01-01 was a Thursday. */
    private int weekday(long millis) {
        return (int) Math.floorMod(localDay(millis) + 3, 7L);
    }

    /** The next post of a page that posts {@code perDay} times a day on average. */
    long nextPost(long from, double perDay, Rng rng) {
        double gap = DAY / perDay * POSTS_MEAN;
        long at = from;
        do {
            at += (long) rng.exponential(gap);
        } while (!rng.chance(POSTS[hour(at)] * (weekday(at) < 5 ? 1 : .5)));
        return at;
    }

    /** A resident's moment, a heavy-tailed while after {@code from}: at most six days. */
    long people(long from, double medianMillis, double sigma, Rng rng) {
        long at = from;
        for (int tries = 0; tries < 8; tries++) {
            at = from + 20_000 + (long) Math.min(rng.heavy(medianMillis, sigma), 6.0 * DAY);
            if (rng.chance(PEOPLE[hour(at)] * (weekday(at) < 5 ? 1 : .85))) {
                return at;
            }
        }
        return at;
    }

    /**
     * An official's moment: mostly inside working hours (8:30–17:30, Monday to Friday), from ten
     * minutes to six days after {@code from}.
     */
    long office(long from, double medianMillis, double sigma, Rng rng) {
        double wait = Math.max(10 * 60_000.0, Math.min(rng.heavy(medianMillis, sigma), 5.5 * DAY));
        long at = from + (long) wait;
        if (rng.chance(.64)) {
            at = intoOffice(at, rng);
        }
        return Math.min(at, from + 6 * DAY);
    }

    private long intoOffice(long millis, Rng rng) {
        long day = localDay(millis);
        long opening = day * DAY - offset + 8 * HOUR + HOUR / 2;
        boolean open = weekday(millis) < 5 && millis >= opening && millis < opening + 9 * HOUR;
        if (open) {
            return millis;
        }
        long next = weekday(millis) < 5 && millis < opening ? opening : opening + DAY;
        while (weekday(next) > 4) {
            next += DAY;
        }
        return next + (long) Math.min(rng.heavy(45 * 60_000, 1.0), 8.5 * HOUR);
    }
}
