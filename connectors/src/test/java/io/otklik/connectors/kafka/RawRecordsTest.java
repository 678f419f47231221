package io.otklik.connectors.kafka;

import io.otklik.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class RawRecordsTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2025-10-05T06:12:03.417Z");

    @Test
    void whatTheGatewayToldCountsThoughTheRecordArrivesMuchLater() {
        assertThat(RawRecords.receivedAt(arrived(sent(RECEIVED).headers()))).isEqualTo(RECEIVED);
    }

    @Test
    void nothingIsReceivedAfterItArrived() {
        Headers later = sent(ARRIVED.plusSeconds(1)).headers();

        assertThat(RawRecords.receivedAt(arrived(later))).isEqualTo(ARRIVED);
    }

    @Test
    void withoutAReadableHeaderTheArrivalCounts() {
        assertThat(RawRecords.receivedAt(arrived(new RecordHeaders()))).isEqualTo(ARRIVED);
        assertThat(RawRecords.receivedAt(arrived(header(null)))).isEqualTo(ARRIVED);
        assertThat(RawRecords.receivedAt(arrived(header(new byte[3])))).isEqualTo(ARRIVED);
        byte[] before1970 = ByteBuffer.allocate(Long.BYTES).putLong(-1).array();
        assertThat(RawRecords.receivedAt(arrived(header(before1970)))).isEqualTo(ARRIVED);
    }

    private static Headers header(byte[] value) {
        return new RecordHeaders().add("received-at", value);
    }

    private static ProducerRecord<byte[], byte[]> sent(Instant receivedAt) {
        return RawRecords.of(Topic.RAW_VK, null, new byte[0], receivedAt.toEpochMilli());
    }

    private static ConsumerRecord<byte[], byte[]> arrived(Headers headers) {
        return new ConsumerRecord<>(
                Topic.RAW_VK.topicName(),
                0,
                0,
                ARRIVED.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                null,
                new byte[0],
                headers,
                Optional.empty());
    }
}
