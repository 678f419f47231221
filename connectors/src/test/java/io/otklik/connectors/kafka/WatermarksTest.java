package io.otklik.connectors.kafka;

import io.otklik.connectors.Samples;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** Which records move event time. */
class WatermarksTest {

    private static final TimestampAssigner<Parsed<Message>> ASSIGNER =
            KafkaSources.watermarks(
                            RecordTopic.MESSAGE, Duration.ofMinutes(1), Duration.ofSeconds(5))
                    .createTimestampAssigner(UnregisteredMetricsGroup::new);

    @Test
    void recordMovesItByItsOwnTime() {
        Instant time = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(stamp(Messages.at("a", time), System.currentTimeMillis()))
                .isEqualTo(time.toEpochMilli());
        assertThat(stamp(Messages.at("a", time), -1)).isEqualTo(time.toEpochMilli());
    }

    @Test
    void dateInTheFarFutureMovesItNoFurtherThanTheBrokersTime() {
        Instant time = Instant.parse("9999-12-31T23:59:59Z");

        assertThat(stamp(Messages.at("a", time), 1_000)).isEqualTo(1_000);
    }

    @Test
    void deadLetterMovesNothing() {
        assertThat(
                        ASSIGNER.extractTimestamp(
                                Parsed.dead(Samples.deadLetters().get(0)),
                                System.currentTimeMillis()))
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void kafkaTimestampStaysWithinWhatABrokerTakes() {
        assertThat(JsonRecordSerializer.accepted(5, 10)).isEqualTo(5);
        assertThat(JsonRecordSerializer.accepted(15, 10)).isEqualTo(10);
        assertThat(JsonRecordSerializer.accepted(-5, 10)).isZero();
    }

    private static long stamp(Message message, long kafkaTime) {
        return ASSIGNER.extractTimestamp(Parsed.of(message), kafkaTime);
    }
}
