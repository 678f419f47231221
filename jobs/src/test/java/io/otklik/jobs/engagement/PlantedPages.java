package io.otklik.jobs.engagement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Reactions to quiet pages, with spikes planted in some of them. Pages differ in size by two orders
 * of magnitude; each keeps the rhythm of days and of the week, its hours vary more than chance
 * (negative binomial), and each of its posts is met by a burst of its own. A spike begins at any
 * instant from the fifth day on, brings at least twenty reactions a minute and at least six times
 * what the page's busiest hour does, and lasts ten minutes to an hour.
 */
final class PlantedPages {

    /** A Monday. */
    static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    static final int DAYS = 14;

    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final int LEARNED_DAYS = 4;

    /** Of a day in Moscow, by hours of UTC; the mean is about one. */
    private static final double[] RHYTHM = {
        0.2, 0.2, 0.3, 0.5, 0.8, 1.1, 1.3, 1.4, 1.4, 1.5, 1.4, 1.3, 1.3, 1.3, 1.4, 1.6, 1.8, 1.9,
        1.7, 1.2, 0.7, 0.4, 0.3, 0.2
    };

    private final Random random;

    PlantedPages(long seed) {
        random = new Random(seed);
    }

    /**
     * A spike.
     *
     * @param post that it is about
     */
    record Planted(String page, String post, long from, long until) {}

    /**
     * One reaction.
     *
     * @param at epoch milliseconds
     */
    record Reaction(String page, String post, long at) {}

    /** A page's reactions in time order, and its spike; null if it has none. */
    record History(String page, List<Reaction> reactions, Planted spike) {}

    History page(int number, boolean spikes) {
        String page = "vk:-" + (1_000 + number);
        // Reactions an hour: from one in two hours to twenty.
        double size = 0.5 * Math.pow(40, random.nextDouble());
        List<long[]> times = new ArrayList<>();
        for (int hour = 0; hour < DAYS * 24; hour++) {
            boolean weekend = hour / 24 % 7 >= 5;
            double rate = size * RHYTHM[hour % 24] * (weekend ? 0.6 : 1);
            for (int n = poisson(rate * gamma()); n > 0; n--) {
                times.add(new long[] {START + hour * HOUR + below(HOUR), hour / 48});
            }
        }
        int posts = 0;
        for (int day = 0; day < DAYS; day++) {
            for (int n = poisson(1.5); n > 0; n--) {
                long at = START + day * 24 * HOUR + 5 * HOUR + below(13 * HOUR);
                for (int r = poisson(2 * size * gamma()); r > 0; r--) {
                    long after = (long) (-Math.log(1 - random.nextDouble()) * 25 * MINUTE);
                    times.add(new long[] {at + after, 100 + posts});
                }
                posts++;
            }
        }
        Planted spike = spikes ? plant(page, size, times) : null;
        List<Reaction> reactions = new ArrayList<>();
        times.stream()
                .sorted((a, b) -> Long.compare(a[0], b[0]))
                .filter(time -> time[0] < START + Duration.ofDays(DAYS).toMillis())
                .forEach(time -> reactions.add(new Reaction(page, page + '_' + time[1], time[0])));
        return new History(page, reactions, spike);
    }

    private Planted plant(String page, double size, List<long[]> times) {
        int post = 999;
        long from =
                START
                        + Duration.ofDays(LEARNED_DAYS).toMillis()
                        + below(Duration.ofDays(DAYS - LEARNED_DAYS).toMillis() - HOUR);
        long until = from + 10 * MINUTE + below(50 * MINUTE);
        double busiest = size * Arrays.stream(RHYTHM).max().orElseThrow() / 60;
        double perMinute = Math.max(20, 6 * busiest) * (1 + random.nextDouble());
        double at = from;
        while (true) {
            at += -Math.log(1 - random.nextDouble()) * MINUTE / perMinute;
            if (at >= until) {
                return new Planted(page, page + '_' + post, from, until);
            }
            times.add(new long[] {(long) at, post});
        }
    }

    private long below(long bound) {
        return (long) (random.nextDouble() * bound);
    }

    /** Of shape 4 and mean one: the sum of four exponential ones. */
    private double gamma() {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum / 4;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
