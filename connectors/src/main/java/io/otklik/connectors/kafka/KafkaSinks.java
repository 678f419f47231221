package io.otklik.connectors.kafka;

import io.otklik.schemas.JsonRecord;
import io.otklik.schemas.Topic;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Sinks of the record topics. */
public final class KafkaSinks {

    /**
     * A batch that is not full waits so long, but not beyond a checkpoint, before which nothing can
     * be read: each batch costs a buffer of the compressor's and a part of a request.
     */
    private static final String LINGER_MILLIS = "200";

    /** Neither a job's name nor a topic's may hold it. */
    private static final char SEPARATOR = ':';

    private KafkaSinks() {}

    /**
     * Writes records as JSON, keyed and stamped with their event time.
     *
     * <p>EXACTLY_ONCE: readers that want committed records see them with the checkpoint that covers
     * them. Transactional ids are a small pool per job, topic and subtask: a checkpoint a second
     * with a new id each would fill the broker's memory for a week.
     *
     * @param name of the sink, once in a job: part of its transactional ids; without ':'
     * @param guarantee EXACTLY_ONCE or AT_LEAST_ONCE
     */
    public static <T> KafkaSink<T> records(
            RecordTopic<T> topic, KafkaOptions options, String name, DeliveryGuarantee guarantee) {
        return sink(topic, new RecordSerializer<>(topic), options, name, guarantee);
    }

    /** The same for records that are written already. */
    public static KafkaSink<JsonRecord> written(
            RecordTopic<?> topic, KafkaOptions options, String name, DeliveryGuarantee guarantee) {
        return sink(topic, new JsonRecordSerializer(topic.topicName()), options, name, guarantee);
    }

    private static <T> KafkaSink<T> sink(
            RecordTopic<?> topic,
            KafkaRecordSerializationSchema<T> serializer,
            KafkaOptions options,
            String name,
            DeliveryGuarantee guarantee) {
        KafkaSinkBuilder<T> builder =
                KafkaSink.<T>builder()
                        .setBootstrapServers(options.bootstrap())
                        .setDeliveryGuarantee(guarantee)
                        .setRecordSerializer(serializer)
                        .setProperty(ProducerConfig.CLIENT_ID_CONFIG, options.group() + '-' + name)
                        .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                        .setProperty(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS)
                        .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, "131072")
                        .setProperty(
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Integer.toString(Topic.MAX_MESSAGE_BYTES));
        options.properties().forEach(builder::setProperty);
        switch (guarantee) {
            case EXACTLY_ONCE ->
                    builder.setTransactionalIdPrefix(transactionalIdPrefix(options, name))
                            .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                            .setProperty(
                                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                    Long.toString(options.transactionTimeout().toMillis()));
            case AT_LEAST_ONCE -> builder.setProperty(ProducerConfig.ACKS_CONFIG, "all");
            case NONE ->
                    throw new IllegalArgumentException(
                            "Topic "
                                    + topic.topicName()
                                    + " would lose records: choose EXACTLY_ONCE or"
                                    + " AT_LEAST_ONCE.");
        }
        return builder.build();
    }

    /**
     * What only this sink's transactional ids begin with. A sink that starts aborts each open
     * transaction of its topic whose id begins with its prefix, what another sink is about to
     * commit too: so no prefix may begin with another, and each ends with what none holds within.
     */
    static String transactionalIdPrefix(KafkaOptions options, String name) {
        if (name.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException(
                    "Name the sink without '" + SEPARATOR + "', not " + name + '.');
        }
        return options.group() + SEPARATOR + name + SEPARATOR;
    }
}
