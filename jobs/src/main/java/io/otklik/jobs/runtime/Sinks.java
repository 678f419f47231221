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
        records.sinkTo(KafkaSinks.records(topic, kafka, DeliveryGuarantee.EXACTLY_ONCE))
                .name(topic.topicName())
                .uid("sink-" + topic.topicName());
    }
}
