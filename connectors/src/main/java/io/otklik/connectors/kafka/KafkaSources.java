package io.otklik.connectors.kafka;

import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.function.SerializableSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sources that parse inside the deserialiser, so that watermarks are made per partition and a bad
 * record is an element like any other: a {@link Parsed} with a dead letter. Those of {@link
 * #together} have no watermarks and leave reading to {@link SplitTopics}.
 *
 * <p>All read committed records only; where they begin without a checkpoint, the options say. The
 * watermark strategy is given to {@code fromSource}.
 */
public final class KafkaSources {

    private KafkaSources() {}

    /** Records of one topic; a tombstone of a compacted topic gives nothing. */
    public static <T> KafkaSource<Parsed<T>> records(RecordTopic<T> topic, KafkaOptions options) {
        return read(TopicReading.records(topic), options);
    }

    /** What is made of the records of one topic; a tombstone of a compacted topic gives nothing. */
    public static <T> KafkaSource<Parsed<T>> read(TopicReading<T> reading, KafkaOptions options) {
        String name = reading.topic().topicName();
        return source(name, List.of(name), options, new RecordDeserializer<>(reading));
    }

    /**
     * Records of several topics by one reader, for {@link SplitTopics}. Each source of its own
     * costs a consumer, a thread and a part in every checkpoint, also where nothing comes.
     *
     * @param name in the consumers' client ids
     */
    public static KafkaSource<KafkaRecord> together(
            String name, List<RecordTopic<?>> topics, KafkaOptions options) {
        return source(
                name,
                topics.stream().map(RecordTopic::topicName).toList(),
                options,
                new KafkaRecordDeserializer());
    }

    /**
     * Payloads of raw topics, each as its parser reads them; one source for all topics, so that
     * what follows can be chained to it.
     *
     * @param parsers made once per reader, on the TaskManager: secrets that they read from the
     *     environment never travel with the job
     */
    public static KafkaSource<Parsed<PlatformEvent>> raw(
            Map<Topic, SerializableSupplier<PayloadParser>> parsers, KafkaOptions options) {
        TreeMap<String, SerializableSupplier<PayloadParser>> byName = new TreeMap<>();
        parsers.forEach((topic, parser) -> byName.put(topic.topicName(), parser));
        return source(
                byName.firstKey(),
                List.copyOf(byName.keySet()),
                options,
                new RawDeserializer(byName));
    }

    /**
     * Watermarks of a record topic, by the records' own time.
     *
     * <p>A dead letter moves nothing, nor does a record by more than its Kafka timestamp, which the
     * broker keeps from lying in the future: one date in the year 9999 would make all else late.
     *
     * @param lateness how far behind the newest record a record may come
     * @param idleness after which a silent partition no longer holds the others back
     */
    public static <T> WatermarkStrategy<Parsed<T>> watermarks(
            RecordTopic<T> topic, Duration lateness, Duration idleness) {
        return watermarks(value -> topic.eventTime(value).toEpochMilli(), lateness, idleness);
    }

    /**
     * The same of what is made of the records.
     *
     * @param eventTime of a record by what is made of it, epoch milliseconds
     */
    public static <T> WatermarkStrategy<Parsed<T>> watermarks(
            EventTime<T> eventTime, Duration lateness, Duration idleness) {
        return WatermarkStrategy.<Parsed<T>>forBoundedOutOfOrderness(lateness)
                .withIdleness(idleness)
                .withTimestampAssigner(
                        (parsed, kafkaTime) -> {
                            if (parsed.isDead()) {
                                return Long.MIN_VALUE;
                            }
                            long own = eventTime.of(parsed.value());
                            return kafkaTime < 0 ? own : Math.min(own, kafkaTime);
                        });
    }

    /** Watermarks by the Kafka timestamp: for raw topics, when the payload reached Kafka. */
    public static <T> WatermarkStrategy<Parsed<T>> arrivalWatermarks(
            Duration lateness, Duration idleness) {
        return WatermarkStrategy.<Parsed<T>>forBoundedOutOfOrderness(lateness)
                .withIdleness(idleness)
                .withTimestampAssigner((parsed, kafkaTime) -> kafkaTime);
    }

    /**
     * For inputs that have no part in event time, such as a register: live, they never hold it
     * back. In a bounded run they end and are not idle, so that the last watermark comes after all
     * that they have: nothing is closed without the register.
     */
    public static <T> WatermarkStrategy<T> outsideOfTime(KafkaOptions options) {
        return options.bounded()
                ? WatermarkStrategy.noWatermarks()
                : WatermarkStrategy.forGenerator(context -> new Timeless<>());
    }

    /** Tells a record's own time. */
    @FunctionalInterface
    public interface EventTime<T> extends Serializable {

        /** Epoch milliseconds. */
        long of(T value);
    }

    private static final class Timeless<T> implements WatermarkGenerator<T> {

        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }

    // The connector asks for the class that Kafka has deprecated.
    @SuppressWarnings("deprecation")
    private static OffsetsInitializer start(KafkaOptions.Start start) {
        return switch (start) {
            case EARLIEST -> OffsetsInitializer.earliest();
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
        };
    }

    private static <T> KafkaSource<T> source(
            String name,
            List<String> topics,
            KafkaOptions options,
            KafkaRecordDeserializationSchema<T> deserializer) {
        KafkaSourceBuilder<T> builder =
                KafkaSource.<T>builder()
                        .setBootstrapServers(options.bootstrap())
                        .setTopics(topics)
                        .setGroupId(options.group())
                        .setClientIdPrefix(options.group() + '-' + name)
                        .setStartingOffsets(start(options.start()))
                        .setDeserializer(deserializer)
                        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                        .setProperty(
                                "partition.discovery.interval.ms",
                                Long.toString(options.discovery().toMillis()));
        options.properties().forEach(builder::setProperty);
        if (options.bounded()) {
            builder.setBounded(OffsetsInitializer.latest());
        }
        return builder.build();
    }
}
