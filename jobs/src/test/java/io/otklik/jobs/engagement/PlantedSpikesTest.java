package io.otklik.jobs.engagement;

import io.otklik.schemas.Alert;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many planted spikes are found, how soon, and what is taken for one. {@code
 * -Dotklik.spikes.pages=2000}: among so many pages, every twentieth with a spike, over two weeks;
 * {@code -Dotklik.spikes.seed}: others.
 */
class PlantedSpikesTest {

    private static final int PAGES = Integer.getInteger("otklik.spikes.pages", 200);
    private static final long SEED = Long.getLong("otklik.spikes.seed", 20260302);
    private static final int ONE_IN = 20;

    /** What is raised while the longest window still holds a spike is about it. */
    private static final long AFTERWARDS = Duration.ofMinutes(15).toMillis();

    private static final long MINUTE = 60_000L;

    @Test
    void plantedSpikesAreFoundWithinAMinuteAndHardlyAnythingElse() throws Exception {
        PlantedPages pages = new PlantedPages(SEED);
        Map<String, PlantedPages.Planted> planted = new LinkedHashMap<>();
        Map<String, Alert> raised = new LinkedHashMap<>();
        Set<String> cleared = new HashSet<>();
        long reactions = 0;
        for (int i = 0; i < PAGES; i++) {
            PlantedPages.History history = pages.page(i, i % ONE_IN == 0);
            if (history.spike() != null) {
                planted.put(history.page(), history.spike());
            }
            reactions += history.reactions().size();
            for (Alert alert : alerts(history)) {
                raised.putIfAbsent(alert.alertId(), alert);
                if (alert.clearedAt() != null) {
                    cleared.add(alert.alertId());
                }
            }
        }

        Map<String, Long> delays = new LinkedHashMap<>();
        int wrong = 0;
        int wrongSubject = 0;
        for (Alert alert : raised.values()) {
            PlantedPages.Planted spike = planted.get(alert.communityId());
            long at = alert.raisedAt().toEpochMilli();
            if (spike == null || at < spike.from() || at > spike.until() + AFTERWARDS) {
                wrong++;
            } else {
                delays.putIfAbsent(alert.communityId(), at - spike.from());
                wrongSubject += alert.subjectId().equals(spike.post()) ? 0 : 1;
            }
        }
        long inTime = delays.values().stream().filter(delay -> delay <= MINUTE).count();
        double recall = (double) inTime / planted.size();
        double precision = (double) (raised.size() - wrong) / raised.size();
        List<Long> sorted = new ArrayList<>(delays.values());
        sorted.sort(Long::compare);
        System.out.printf(
                "spikes: %,d pages, %,d reactions, %d planted, %d found, %d of them within 60 s: recall %.3f;"
                        + " %d raised, %d wrong: precision %.3f; delay %d s at the median, %d s at the most%n",
                PAGES,
                reactions,
                planted.size(),
                delays.size(),
                inTime,
                recall,
                raised.size(),
                wrong,
                precision,
                sorted.get(sorted.size() / 2) / 1_000,
                sorted.get(sorted.size() - 1) / 1_000);
        assertThat(recall).isGreaterThanOrEqualTo(0.95);
        assertThat(precision).isGreaterThanOrEqualTo(0.9);
        assertThat(wrongSubject).isZero();
        assertThat(cleared).isEqualTo(raised.keySet());
    }

    /** The reactions come up to a minute out of order; the watermark follows a minute behind. */
    private static List<Alert> alerts(PlantedPages.History history) throws Exception {
        List<Alert> alerts = new ArrayList<>();
        List<PlantedPages.Reaction> arrivals = new ArrayList<>(history.reactions());
        arrivals.sort((a, b) -> Long.compare(a.at() + delay(a), b.at() + delay(b)));
        try (SpikeHarness job = new SpikeHarness()) {
            long watermark = Long.MIN_VALUE;
            for (PlantedPages.Reaction reaction : arrivals) {
                job.react(reaction.page(), reaction.post(), reaction.at(), 1);
                watermark = Math.max(watermark, reaction.at() - MINUTE);
                job.watermark(watermark);
            }
            alerts.addAll(job.take());
            job.watermark(
                    Instant.ofEpochMilli(PlantedPages.START)
                            .plus(Duration.ofDays(PlantedPages.DAYS + 1))
                            .toEpochMilli());
            alerts.addAll(job.take());
        }
        return alerts;
    }

    private static long delay(PlantedPages.Reaction reaction) {
        return Math.floorMod(reaction.at() * 31, MINUTE - 1);
    }
}
