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
 * Reads the records of several topics: what is made of each goes to the side output of its topic as
 * it comes; what could not be read is the output itself. A tombstone of a compacted topic gives
 * nothing. Keeps no state.
 */
public final class SplitTopics extends ProcessFunction<KafkaRecord, DeadLetter> {
    private static final long serialVersionUID = 1L;

    private final List<TopicReading<?>> readings;
    private transient Map<String, Way<?>> ways;

    public SplitTopics(List<TopicReading<?>> readings) {
        this.readings = List.copyOf(readings);
    }

    /** The side output with a topic's records, where these are read as themselves. */
    public static <T> OutputTag<T> of(RecordTopic<T> topic) {
        return TopicReading.records(topic).output();
    }

    @Override
    public void open(OpenContext context) {
        ways = new HashMap<>();
        readings.forEach(reading -> ways.put(reading.topic().topicName(), Way.of(reading)));
    }

    @Override
    public void processElement(KafkaRecord in, Context context, Collector<DeadLetter> unreadable) {
        ways.get(in.topic()).pass(in, context, unreadable);
    }

    private record Way<T>(RecordReader<T> reader, OutputTag<T> output) {

        static <T> Way<T> of(TopicReading<T> reading) {
            return new Way<>(new RecordReader<>(reading), reading.output());
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
