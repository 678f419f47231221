package io.otklik.cli;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class JobNameTest {

    @Test
    void onlyTheLocalBrokerIsAskedForTransactionsOfDays() {
        assertThat(JobName.APPEALS.localOptions(true, true))
                .isEqualTo(Map.of("--transaction-timeout", "14 d"));
        // Another broker takes 15 minutes unless it is told otherwise.
        assertThat(JobName.APPEALS.localOptions(true, false)).isEmpty();
    }

    @Test
    void whatIsDerivedIsSeenLaterOnTheLocalClusterAlone() {
        assertThat(JobName.ENGAGEMENT.localOptions(true, false))
                .isEqualTo(Map.of("--checkpoint-interval", "5 s"));
        assertThat(JobName.ENGAGEMENT.localOptions(false, false)).isEmpty();
    }
}
