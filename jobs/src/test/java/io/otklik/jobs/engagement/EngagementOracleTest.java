package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

/** The job's rows equal a naive count over all facts, whatever their order and repetition. */
class EngagementOracleTest {

    /**
     * Per seed; {@code -Dotklik.oracle.events=300000 -Dtest.jvm.args=-Xmx5g} for a longer run,
     * which holds all rows and their naive twins.
     */
    private static final int EVENTS = Integer.getInteger("otklik.oracle.events", 3_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rowsEqualTheNaiveCount(long seed) throws Exception {
        List<RandomPages.Fact> facts = new RandomPages(seed).facts(EVENTS);
        Map<String, NaiveEngagement.Row> expected = NaiveEngagement.of(facts);

        Map<String, EngagementWindow> rows = run(facts);

        assertThat(expected).hasSizeGreaterThan(EVENTS / 2);
        Set<String> missing = new HashSet<>(expected.keySet());
        missing.removeAll(rows.keySet());
        assertThat(missing).isEmpty();
        rows.forEach(
                (id, row) -> {
                    NaiveEngagement.Row exact = expected.get(id);
                    assertThat(counts(row))
                            .as(id)
                            .isEqualTo(exact == null ? Map.of() : counts(exact));
                    if (exact != null) {
                        assertAuthors(row, exact.authors.size());
                        assertThat(row.subscribers()).as(id).isEqualTo(exact.subscribers);
                        assertRatios(row, exact);
                    }
                });
    }

    private static Map<String, EngagementWindow> run(List<RandomPages.Fact> facts)
            throws Exception {
        Map<String, EngagementWindow> rows = new HashMap<>();
        try (EngagementHarness job = new EngagementHarness(Instant.parse("2026-04-10T00:00:00Z"))) {
            int sent = 0;
            for (RandomPages.Fact fact : facts) {
                if (fact.message() != null) {
                    job.send(fact.message());
                } else if (fact.counter() != null) {
                    job.send(fact.counter());
                } else {
                    job.send(fact.page());
                }
                if (++sent % 1000 == 0) {
                    job.pass(Duration.ofSeconds(7));
                }
                keepLatest(job, rows);
            }
            job.endInput();
            keepLatest(job, rows);
        }
        return rows;
    }

    private static void keepLatest(EngagementHarness job, Map<String, EngagementWindow> rows) {
        for (EngagementWindow row : job.take()) {
            EngagementWindow before = rows.put(row.windowId(), row);
            assertThat(before == null || before.version() < row.version()).isTrue();
        }
    }

    private static Map<String, Long> counts(NaiveEngagement.Row row) {
        Map<String, Long> counts = new TreeMap<>(row.counts);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Map<String, Long> counts(EngagementWindow row) {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("posts TEXT", (long) row.postsText());
        counts.put("posts PHOTO", (long) row.postsPhoto());
        counts.put("posts VIDEO", (long) row.postsVideo());
        counts.put("posts CLIP", (long) row.postsClip());
        counts.put("posts POLL", (long) row.postsPoll());
        counts.put("posts OTHER", (long) row.postsOther());
        assertThat(row.posts())
                .isEqualTo((int) counts.values().stream().mapToLong(Long::longValue).sum());
        counts.put("comments", (long) row.comments());
        counts.put("views", row.views());
        counts.put("likes", row.likes());
        counts.put("reposts", row.reposts());
        counts.put("countedComments", row.countedComments());
        counts.put("commentLikes", row.commentLikes());
        counts.put("late", (long) row.late());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /**
     * Exact as long as the sketch holds every author; then within four standard errors. Nobody
     * leaves a sketch: pages that enter the register leave their authors with the platform's pages
     * that are in none.
     */
    private static void assertAuthors(EngagementWindow row, int exact) {
        boolean left = row.dimension() == EngagementDimension.PLATFORM && row.region() == null;
        if (exact < AuthorSketch.SIZE) {
            assertThat(row.authors()).as(row.windowId()).isGreaterThanOrEqualTo(exact);
            assertThat(left || row.authors() == exact).as(row.windowId()).isTrue();
        } else {
            double share = (double) row.authors() / exact;
            assertThat(share).as(row.windowId()).isGreaterThan(0.82);
            assertThat(left || share < 1.18).as(row.windowId()).isTrue();
        }
    }

    private static void assertRatios(EngagementWindow row, NaiveEngagement.Row exact) {
        assertThat(row.erByViews())
                .as(row.windowId())
                .isEqualTo(
                        row.views() > 0
                                ? (Double) (interactions(exact.ofViewed) / row.views())
                                : null);
        boolean followed = row.subscribers() != null && row.subscribers() > 0;
        assertThat(row.erBySubs())
                .as(row.windowId())
                .isEqualTo(
                        followed
                                ? (Double) (interactions(exact.ofFollowed) / row.subscribers())
                                : null);
        assertThat(row.reachRate())
                .isEqualTo(followed ? (Double) ((double) row.views() / row.subscribers()) : null);
    }

    private static double interactions(Map<String, Long> counts) {
        return counts.getOrDefault("likes", 0L)
                + counts.getOrDefault("reposts", 0L)
                + Math.max(
                        counts.getOrDefault("comments", 0L),
                        counts.getOrDefault("countedComments", 0L));
    }
}
