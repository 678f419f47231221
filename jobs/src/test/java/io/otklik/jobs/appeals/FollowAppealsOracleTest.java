package io.otklik.jobs.appeals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** Random threads, in order and disturbed, against {@link NaiveAppeals}. */
class FollowAppealsOracleTest {

    private static final int THREADS = 500;

    @Test
    void whateverTheOrderTheRowsAreTheOracles() throws Exception {
        int appeals = 0;
        int answered = 0;
        for (long seed = 0; seed < THREADS; seed++) {
            List<Object> facts = RandomThread.facts(seed);
            Map<String, String> expected = NaiveAppeals.appeals(facts);
            Set<String> events = NaiveAppeals.events(facts);
            for (List<Object> order :
                    List.of(
                            facts,
                            RandomThread.disturbed(facts, seed),
                            RandomThread.disturbed(facts, ~seed))) {
                try (AppealsHarness harness = new AppealsHarness(Duration.ofDays(90))) {
                    harness.process(order.toArray());
                    assertThat(lines(harness)).as("seed %d", seed).isEqualTo(expected);
                    assertThat(eventLines(harness)).as("seed %d", seed).isEqualTo(events);
                }
            }
            appeals += expected.size();
            answered += expected.values().stream().filter(l -> l.contains("ANSWERED")).count();
        }
        assertThat(appeals).as("the generator makes appeals").isGreaterThan(THREADS);
        assertThat(answered).as("and answers").isGreaterThan(THREADS / 3);
    }

    private static Map<String, String> lines(AppealsHarness harness) {
        Map<String, String> lines = new TreeMap<>();
        harness.appeals()
                .forEach(
                        (id, appeal) ->
                                lines.put(
                                        id,
                                        appeal.publishedAt()
                                                + " "
                                                + appeal.status()
                                                + " "
                                                + appeal.answers()
                                                + " "
                                                + appeal.firstResponseId()
                                                + " "
                                                + appeal.firstResponseMillis()));
        return lines;
    }

    private static Set<String> eventLines(AppealsHarness harness) {
        Set<String> lines = new TreeSet<>();
        harness.events()
                .forEach(
                        event ->
                                lines.add(
                                        String.join(
                                                " ",
                                                event.appealId(),
                                                event.type().name(),
                                                event.causeMessageId(),
                                                event.at().toString())));
        return lines;
    }
}
