package io.otklik.connectors.kafka;

import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Topic;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RawDeserializerTest {

    private static final ConsumerRecord<byte[], byte[]> RECORD =
            new ConsumerRecord<>(
                    Topic.RAW_VK.topicName(), 0, 7, null, "{}".getBytes(StandardCharsets.UTF_8));

    /** As a Kafka sink that is chained behind the source does when a send has failed. */
    @Test
    void whatFailsBehindTheSourceIsNoFailureOfTheParser() {
        List<Parsed<PlatformEvent>> taken = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                deserializer(RawDeserializerTest::oneItem)
                                        .deserialize(RECORD, failingAfter(taken)))
                .hasMessage("The send failed");
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).deadLetter()).isNull();
    }

    @Test
    void aParserThatFailsLosesOneRecordAndKeepsWhatItHadRead() {
        List<Parsed<PlatformEvent>> taken = new ArrayList<>();

        deserializer(
                        (payload, receivedAt, out) -> {
                            oneItem(payload, receivedAt, out);
                            throw new IllegalStateException("secret");
                        })
                .deserialize(RECORD, collector(taken));

        assertThat(taken).hasSize(2);
        assertThat(taken.get(0).deadLetter()).isNull();
        assertThat(taken.get(1).deadLetter().reason()).isEqualTo(DeadLetterReason.PARSER_FAILURE);
        assertThat(taken.get(1).deadLetter().detail())
                .contains("IllegalStateException after 1 items")
                .doesNotContain("secret");
    }

    private static RawDeserializer deserializer(PayloadParser parser) {
        RawDeserializer deserializer =
                new RawDeserializer(Map.of(Topic.RAW_VK.topicName(), () -> parser));
        deserializer.open(null);
        return deserializer;
    }

    private static void oneItem(byte[] payload, Instant receivedAt, Consumer<PlatformEvent> out) {
        out.accept(
                PlatformEvent.of(
                        new PlatformEvent.ThreadLink(
                                "telegram:-1_2", "telegram:-3", "telegram:-3_4", null)));
    }

    private static Collector<Parsed<PlatformEvent>> failingAfter(
            List<Parsed<PlatformEvent>> taken) {
        return new Collector<>() {
            @Override
            public void collect(Parsed<PlatformEvent> item) {
                taken.add(item);
                throw new IllegalStateException("The send failed");
            }

            @Override
            public void close() {}
        };
    }

    private static Collector<Parsed<PlatformEvent>> collector(List<Parsed<PlatformEvent>> taken) {
        return new Collector<>() {
            @Override
            public void collect(Parsed<PlatformEvent> item) {
                taken.add(item);
            }

            @Override
            public void close() {}
        };
    }
}
