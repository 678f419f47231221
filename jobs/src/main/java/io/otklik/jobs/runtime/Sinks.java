package io.otklik.jobs.runtime;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.KafkaSinks;
import io.otklik.connectors.kafka.RecordTopic;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.datastream.DataStream;

/** How a job's outputs reach their topics. */
public final class Sinks {

    private Sinks() {}

    /** Writes a stream to its topic, exactly once: committed with the checkpoint. */
    public static <T> void to(DataStream<T> records, RecordTopic<T> topic, KafkaOptions kafka) {
        to(records, topic, kafka, null);
    }

    /**
     * Writes one more stream of the job to the same topic.
     *
     * @param part in uid and transactional ids; null for the job's first sink of the topic
     */
    public static <T> void to(
            DataStream<T> records, RecordTopic<T> topic, KafkaOptions kafka, String part) {
        String name = part == null ? topic.topicName() : topic.topicName() + '-' + part;
        records.sinkTo(KafkaSinks.records(topic, kafka, name, DeliveryGuarantee.EXACTLY_ONCE))
                .name(name)
                .uid("sink-" + name);
    }
}
