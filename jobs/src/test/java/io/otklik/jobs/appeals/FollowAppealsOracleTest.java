package io.otklik.jobs.appeals;

import io.otklik.schemas.Message;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random threads, in order and disturbed, against {@link NaiveAppeals}: events, alerts and appeals.
 * As many threads as {@code -Dotklik.oracle.threads=N} says; 13,000 make 200,000 facts.
 */
class FollowAppealsOracleTest {

    private static final int THREADS = Integer.getInteger("otklik.oracle.threads", 60);
    private static final int AFTERWARDS = 900;

    @Test
    void whateverTheOrderTheRowsAreTheOracles() throws Exception {
        int facts = 0;
        int breached = 0;
        int reopened = 0;
        for (long seed = 0; seed < THREADS; seed++) {
            List<Object> inOrder = RandomThread.facts(seed);
            int last =
                    OracleLines.minute(((Message) inOrder.get(inOrder.size() - 1)).changedAt())
                            + AFTERWARDS;
            TreeSet<String> expected = NaiveAppeals.lines(inOrder, last);
            assertThat(live(inOrder, last)).as("seed %d live", seed).isEqualTo(expected);
            for (long order : new long[] {seed, ~seed}) {
                List<Object> disturbed = RandomThread.disturbed(inOrder, order);
                assertThat(disturbed(disturbed, order, last))
                        .as("seed %d order %d", seed, order)
                        .isEqualTo(expected);
            }
            assertThat(fromState(RandomThread.disturbed(inOrder, seed), seed, last))
                    .as("seed %d from state", seed)
                    .isEqualTo(expected);
            facts += inOrder.size();
            breached += count(expected, " BREACHED ");
            reopened += count(expected, " REOPENED ");
        }
        assertThat(facts).as("the generator makes facts").isGreaterThan(THREADS * 6);
        assertThat(breached).as("missed terms").isGreaterThan(THREADS / 2);
        assertThat(reopened).as("and disputes").isGreaterThan(THREADS / 20);
    }

    /** As the facts happened, the watermark with them. */
    private static TreeSet<String> live(List<Object> facts, int last) throws Exception {
        try (AppealsHarness harness = AppealsHarness.ofLabels()) {
            for (Object fact : facts) {
                harness.process(fact);
                if (fact instanceof Message message) {
                    harness.watermark(message.changedAt().minusMillis(1));
                }
            }
            harness.watermark(Messages.at(last));
            return lines(harness);
        }
    }

    /** In any order, with the watermark somewhere and a restart. */
    private static TreeSet<String> disturbed(List<Object> facts, long seed, int last)
            throws Exception {
        Random random = new Random(seed);
        try (AppealsHarness harness = AppealsHarness.ofLabels()) {
            boolean restarted = false;
            for (int i = 0; i < facts.size(); i++) {
                if (!restarted && (i >= facts.size() / 2 || isReference(facts.get(i), random))) {
                    harness.restart();
                    restarted = true;
                }
                harness.process(facts.get(i));
                if (random.nextInt(4) == 0) {
                    harness.watermark(Messages.at(random.nextInt(last)));
                }
            }
            harness.watermark(Messages.at(last));
            return lines(harness);
        }
    }

    /** In any order, with so many restarts that the thread is mostly told on from its state. */
    private static TreeSet<String> fromState(List<Object> facts, long seed, int last)
            throws Exception {
        Random random = new Random(seed);
        try (AppealsHarness harness = AppealsHarness.ofLabels()) {
            for (Object fact : facts) {
                harness.process(fact);
                if (random.nextInt(3) > 0) {
                    harness.restart();
                }
                if (random.nextInt(4) == 0) {
                    harness.watermark(Messages.at(random.nextInt(last)));
                }
            }
            harness.restart();
            harness.watermark(Messages.at(last));
            return lines(harness);
        }
    }

    /** Half of the time a policy or the register is the first thing after the restart. */
    private static boolean isReference(Object fact, Random random) {
        return !(fact instanceof Message) && random.nextBoolean();
    }

    private static TreeSet<String> lines(AppealsHarness harness) {
        TreeSet<String> lines = new TreeSet<>();
        harness.events().forEach(event -> lines.add(OracleLines.of(event)));
        harness.alerts().forEach(alert -> lines.add(OracleLines.of(alert)));
        harness.appeals().values().forEach(appeal -> lines.add(OracleLines.of(appeal)));
        return lines;
    }

    private static int count(TreeSet<String> lines, String part) {
        return (int) lines.stream().filter(line -> line.contains(part)).count();
    }
}
