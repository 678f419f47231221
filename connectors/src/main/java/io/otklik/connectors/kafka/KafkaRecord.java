package io.otklik.connectors.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it lies in its topic, not read yet.
 *
 * @param timestamp epoch milliseconds
 * @param value null: a tombstone
 */
public record KafkaRecord(String topic, int partition, long offset, long timestamp, byte[] value) {

    static KafkaRecord of(ConsumerRecord<byte[], byte[]> in) {
        return new KafkaRecord(in.topic(), in.partition(), in.offset(), in.timestamp(), in.value());
    }
}
