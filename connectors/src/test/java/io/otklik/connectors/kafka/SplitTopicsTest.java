package io.otklik.connectors.kafka;

import io.otklik.connectors.Samples;
import io.otklik.schemas.Community;
import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.JsonCodec;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class SplitTopicsTest {

    private static final Instant SENT = Instant.parse("2026-10-05T06:12:03.417Z");

    @Test
    void eachRecordGoesToItsTopicsOutputAndWhatCannotBeReadIsTheOutput() throws Exception {
        Counter counter = Samples.counters().get(0);
        Community community = Samples.communities().get(1);
        SplitTopics split =
                new SplitTopics(
                        List.of(
                                TopicReading.records(RecordTopic.COUNTER),
                                TopicReading.records(RecordTopic.COMMUNITY)));
        try (OneInputStreamOperatorTestHarness<KafkaRecord, DeadLetter> harness =
                ProcessFunctionTestHarnesses.forProcessFunction(split)) {
            send(harness, RecordTopic.COUNTER, JsonCodec.of(Counter.class).encode(counter));
            send(harness, RecordTopic.COMMUNITY, JsonCodec.of(Community.class).encode(community));
            send(harness, RecordTopic.COMMUNITY, null);
            send(harness, RecordTopic.COUNTER, null);
            send(harness, RecordTopic.COUNTER, "{".getBytes(StandardCharsets.UTF_8));

            assertThat(harness.getSideOutput(SplitTopics.of(RecordTopic.COUNTER)))
                    .extracting(record -> (Object) record.getValue())
                    .containsExactly(counter);
            assertThat(harness.getSideOutput(SplitTopics.of(RecordTopic.COMMUNITY)))
                    .extracting(record -> (Object) record.getValue())
                    .containsExactly(community);
            assertThat(harness.extractOutputValues())
                    .extracting(DeadLetter::topic, DeadLetter::offset, DeadLetter::reason)
                    .containsExactly(
                            tuple("social.counter", 7L, DeadLetterReason.EMPTY),
                            tuple("social.counter", 7L, DeadLetterReason.INVALID_JSON));
        }
    }

    private static void send(
            OneInputStreamOperatorTestHarness<KafkaRecord, DeadLetter> harness,
            RecordTopic<?> topic,
            byte[] value)
            throws Exception {
        harness.processElement(
                new KafkaRecord(topic.topicName(), 0, 7, SENT.toEpochMilli(), value),
                SENT.toEpochMilli());
    }
}
