package io.otklik.connectors.kafka;

import io.otklik.schemas.DeadLetter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the records of several topics: each goes to the side output {@link #of} its topic as it
 * comes; what could not be read is the output itself. A tombstone of a compacted topic gives
 * nothing. Keeps no state.
 */
public final class SplitTopics extends ProcessFunction<KafkaRecord, DeadLetter> {
    private static final long serialVersionUID = 1L;

    private final List<RecordTopic<?>> topics;
    private transient Map<String, Way<?>> ways;

    public SplitTopics(List<RecordTopic<?>> topics) {
        this.topics = List.copyOf(topics);
    }

    /** The side output with a topic's records. */
    public static <T> OutputTag<T> of(RecordTopic<T> topic) {
        return new OutputTag<>(topic.topicName(), topic.typeInformation());
    }

    @Override
    public void open(OpenContext context) {
        ways = new HashMap<>();
        topics.forEach(topic -> ways.put(topic.topicName(), Way.of(topic)));
    }

    @Override
    public void processElement(KafkaRecord in, Context context, Collector<DeadLetter> unreadable) {
        ways.get(in.topic()).pass(in, context, unreadable);
    }

    private record Way<T>(RecordReader<T> reader, OutputTag<T> output) {

        static <T> Way<T> of(RecordTopic<T> topic) {
            return new Way<>(new RecordReader<>(topic), SplitTopics.of(topic));
        }

        void pass(KafkaRecord in, Context context, Collector<DeadLetter> unreadable) {
            Parsed<T> read = reader.read(in);
            if (read == null) {
                return;
            }
            if (read.isDead()) {
                unreadable.collect(read.deadLetter());
            } else {
                context.output(output, read.value());
            }
        }
    }
}
