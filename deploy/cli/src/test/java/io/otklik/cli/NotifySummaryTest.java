package io.otklik.cli;

import io.otklik.connectors.alert.delivery.Outcome;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class NotifySummaryTest {

    @Test
    void saysWhatWasLeftAndWhy() {
        assertThat(dry(Map.of(Outcome.STALE, 14_112L)))
                .isEqualTo(
                        "Dry run: nothing to send; left out because they are older than --max-age P1D: 14,112.");
        assertThat(dry(Map.of())).isEqualTo("Dry run: nothing to send.");
        assertThat(dry(Map.of(Outcome.SENT, 2L))).isEqualTo("Dry run: alerts would be sent: 2.");
    }

    @Test
    void ofARealRunSaysWhatWasSent() {
        assertThat(summary(false, Map.of(Outcome.SENT, 1L, Outcome.REFUSED, 3L)))
                .isEqualTo(
                        "Notifier ended: alerts sent: 1; refused by the other side: 3, see v_dead_letter.");
    }

    private static String dry(Map<Outcome, Long> totals) {
        return summary(true, totals);
    }

    private static String summary(boolean dryRun, Map<Outcome, Long> totals) {
        return new NotifySummary(dryRun, "P1D")
                .sentence(outcome -> totals.getOrDefault(outcome, 0L));
    }
}
