package io.otklik.connectors.kafka;

import io.otklik.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * Records of the raw topics. The broker stamps them on arrival, so that what is replayed has its
 * whole time to be read before it is deleted; when the gateway received a payload stands in the
 * header {@value #RECEIVED_AT}, epoch milliseconds as 8 bytes, the highest first.
 */
public final class RawRecords {

    private static final String RECEIVED_AT = "received-at";

    private RawRecords() {}

    /**
     * A record of a payload.
     *
     * @param key may be null
     * @param receivedAt when the gateway received it, epoch milliseconds
     */
    public static ProducerRecord<byte[], byte[]> of(
            Topic topic, byte[] key, byte[] payload, long receivedAt) {
        byte[] header = ByteBuffer.allocate(Long.BYTES).putLong(receivedAt).array();
        return new ProducerRecord<>(
                topic.topicName(),
                null,
                receivedAt,
                key,
                payload,
                List.of(new RecordHeader(RECEIVED_AT, header)));
    }

    /** When the gateway received a payload: as it says, else when it reached Kafka; never later. */
    static Instant receivedAt(ConsumerRecord<byte[], byte[]> in) {
        long arrived = Math.max(0, in.timestamp());
        Header header = in.headers().lastHeader(RECEIVED_AT);
        if (header == null || header.value() == null || header.value().length != Long.BYTES) {
            return Instant.ofEpochMilli(arrived);
        }
        long told = ByteBuffer.wrap(header.value()).getLong();
        return Instant.ofEpochMilli(told < 0 ? arrived : Math.min(told, arrived));
    }
}
