package io.otklik.jobs.runtime;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.KafkaSources;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.connectors.kafka.SplitTopics;
import io.otklik.connectors.kafka.TopicReading;
import io.otklik.schemas.DeadLetter;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;
import java.util.List;

/** How a job reads record topics. */
public final class Sources {

    /** A partition that is silent for so long no longer holds back the watermark. */
    private static final Duration IDLENESS = Duration.ofSeconds(30);

    /** In a bounded run an empty partition ends; one that is slow must not be left behind. */
    private static final Duration BOUNDED_IDLENESS = Duration.ofDays(1);

    private Sources() {}

    /** After how long a silent partition no longer holds back the watermark of such a run. */
    public static Duration idleness(JobOptions options) {
        return options.get(JobOptions.BOUNDED) ? BOUNDED_IDLENESS : IDLENESS;
    }

    /** Records of a topic, with watermarks per partition as the job's options say. */
    public static <T> SingleOutputStreamOperator<T> records(
            StreamExecutionEnvironment env,
            String name,
            RecordTopic<T> topic,
            KafkaOptions kafka,
            JobOptions options) {
        return records(
                env,
                name,
                topic,
                kafka,
                options.get(JobOptions.OUT_OF_ORDERNESS),
                idleness(options));
    }

    /** The same with another patience. */
    public static <T> SingleOutputStreamOperator<T> records(
            StreamExecutionEnvironment env,
            String name,
            RecordTopic<T> topic,
            KafkaOptions kafka,
            Duration outOfOrderness,
            Duration idleness) {
        return records(
                env,
                name,
                TopicReading.records(topic),
                value -> topic.eventTime(value).toEpochMilli(),
                kafka,
                outOfOrderness,
                idleness);
    }

    /**
     * What is made of the records of a topic, with watermarks per partition.
     *
     * @param name of what is made, in uid and name of what parts it from dead letters
     * @param eventTime of a record by what is made of it
     * @param idleness after which a silent partition no longer holds the others back
     * @return what was made; what could not be read is its side output {@link
     *     SplitParsed#DEAD_LETTERS}
     */
    public static <T> SingleOutputStreamOperator<T> records(
            StreamExecutionEnvironment env,
            String name,
            TopicReading<T> reading,
            KafkaSources.EventTime<T> eventTime,
            KafkaOptions kafka,
            Duration outOfOrderness,
            Duration idleness) {
        String topic = reading.topic().topicName();
        return env.fromSource(
                        KafkaSources.read(reading, kafka),
                        KafkaSources.watermarks(eventTime, outOfOrderness, idleness),
                        topic)
                .uid("source-" + topic)
                .process(new SplitParsed<>(reading.type()))
                .name("split " + name)
                .uid("split-" + name);
    }

    /**
     * Records of topics that have no part in event time, by one reader.
     *
     * @param name of the source and in its uids
     * @return what could not be read; the records are its side outputs, see {@link SplitTopics#of}
     */
    public static SingleOutputStreamOperator<DeadLetter> together(
            StreamExecutionEnvironment env,
            String name,
            List<RecordTopic<?>> topics,
            KafkaOptions kafka) {
        return read(
                env,
                name,
                topics.stream().<TopicReading<?>>map(TopicReading::records).toList(),
                kafka);
    }

    /**
     * The same for what is made of the records.
     *
     * @return what could not be read; the rest is its side outputs, see {@link TopicReading#output}
     */
    public static SingleOutputStreamOperator<DeadLetter> read(
            StreamExecutionEnvironment env,
            String name,
            List<TopicReading<?>> readings,
            KafkaOptions kafka) {
        List<RecordTopic<?>> topics =
                readings.stream().<RecordTopic<?>>map(TopicReading::topic).toList();
        return env.fromSource(
                        KafkaSources.together(name, topics, kafka),
                        KafkaSources.outsideOfTime(kafka),
                        name)
                .uid("source-" + name)
                .process(new SplitTopics(readings))
                .name("split " + name)
                .uid("split-" + name);
    }
}
