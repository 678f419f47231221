package io.otklik.connectors.kafka;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Settings are checked where they are made. */
class KafkaOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "kafka://localhost:9092", "a:1,", "a:1, b:2"})
    void addressThatIsNoneIsRefusedWithTheRightForm(String bootstrap) {
        assertThatThrownBy(() -> KafkaOptions.of(bootstrap, "job"))
                .hasMessageContaining("host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Job", "1job", "a job", "a/b"})
    void nameThatWouldNotFitAnIdIsRefused(String job) {
        assertThatThrownBy(() -> KafkaOptions.of("a:1,b:2", job)).hasMessageContaining("a-z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P25D"})
    void timeoutThatKafkaCannotCountIsRefused(Duration timeout) {
        KafkaOptions options = KafkaOptions.of("a:1", "job");

        assertThatThrownBy(() -> options.withTransactionTimeout(timeout))
                .hasMessageContaining("at most 24 days");
    }

    @Test
    void laterPropertiesWinAndTheRestStays() {
        KafkaOptions options =
                KafkaOptions.of("a:1", "job")
                        .withProperties(Map.of("x", "1", "y", "1"))
                        .withProperties(Map.of("x", "2"))
                        .untilLatest();

        assertThat(options.properties()).containsExactly(Map.entry("x", "2"), Map.entry("y", "1"));
        assertThat(options.bounded()).isTrue();
        assertThat(options.group()).isEqualTo("otklik-job");
    }

    @Test
    void sinkWithoutAGuaranteeIsRefused() {
        assertThatThrownBy(
                        () ->
                                KafkaSinks.records(
                                        RecordTopic.APPEAL,
                                        KafkaOptions.of("a:1", "job"),
                                        "appeal",
                                        DeliveryGuarantee.NONE))
                .hasMessageContaining("choose EXACTLY_ONCE or AT_LEAST_ONCE");
    }

    /** It ends the part of a transactional id by which a sink knows its own. */
    @Test
    void sinkWithAColonInItsNameIsRefused() {
        assertThatThrownBy(
                        () ->
                                KafkaSinks.records(
                                        RecordTopic.APPEAL,
                                        KafkaOptions.of("a:1", "job"),
                                        "appeal:2",
                                        DeliveryGuarantee.EXACTLY_ONCE))
                .hasMessageContaining("without ':', not appeal:2");
    }
}
