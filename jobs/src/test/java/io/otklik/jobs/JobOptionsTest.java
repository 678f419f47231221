package io.otklik.jobs;

import io.otklik.jobs.runtime.JobOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobOptionsTest {

    private static final ConfigOption<Integer> OWN =
            ConfigOptions.key("batch").intType().defaultValue(7);

    @Test
    void optionsNotGivenHaveTheirDefaults() {
        JobOptions options = JobOptions.parse(new String[0], OWN);

        assertThat(options.get(JobOptions.KAFKA)).isEqualTo("127.0.0.1:9092");
        assertThat(options.get(JobOptions.OUT_OF_ORDERNESS)).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.get(JobOptions.CHECKPOINT_INTERVAL)).isNull();
        assertThat(options.get(OWN)).isEqualTo(7);
        // What a broker takes that was not told otherwise.
        assertThat(options.kafka("job").transactionTimeout()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void everyOptionIsRead() {
        JobOptions options =
                JobOptions.parse(
                        new String[] {
                            "--kafka", "broker:1",
                            "--out-of-orderness", "30 s",
                            "--checkpoint-interval", "1 s",
                            "--transaction-timeout", "14 d",
                            "--batch", "9"
                        },
                        OWN);

        assertThat(options.get(JobOptions.KAFKA)).isEqualTo("broker:1");
        assertThat(options.get(JobOptions.OUT_OF_ORDERNESS)).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.get(JobOptions.CHECKPOINT_INTERVAL)).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.get(OWN)).isEqualTo(9);
        assertThat(options.kafka("job").transactionTimeout()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void anUnknownOptionIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> JobOptions.parse(new String[] {"--brokers", "b"}))
                .hasMessage(
                        "There is no option --brokers; known: --bounded, --checkpoint-interval,"
                                + " --kafka, --out-of-orderness, --start, --transaction-timeout.");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> JobOptions.parse(new String[] {"--kafka"}))
                .hasMessage("Option --kafka needs a value.");
    }

    @Test
    void aValueOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> JobOptions.parse(new String[] {"--batch", "many"}, OWN))
                .hasMessageStartingWith("Option --batch cannot be «many»");
    }
}
