package io.otklik.connectors.kafka;

import io.otklik.connectors.Samples;
import io.otklik.connectors.platform.PayloadParser;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Community;
import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Sources against a real broker: what is malformed becomes a dead letter, and nothing stops. */
class KafkaSourcesITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    private static final byte[] KEY = bytes("key");
    private static final long RECEIVED = Instant.parse("2026-10-05T06:12:03.417Z").toEpochMilli();

    @BeforeAll
    static void createTopics() {
        KAFKA.createTopics(Topic.COUNTER, Topic.COMMUNITY, Topic.RAW_MESSAGE);
    }

    @Test
    void recordsAreValuesAndMalformedOnesDeadLettersWithTheirPlace() throws Exception {
        Counter counter = Samples.counters().get(0);
        byte[] good = JsonCodec.of(Counter.class).encode(counter);
        send(
                Topic.COUNTER,
                good,
                bytes("{\"messageId\":\"m\"}"),
                new byte[0],
                null,
                bytes("\u0000"),
                good);

        List<Parsed<Counter>> read =
                Jobs.read(
                        KafkaSources.records(RecordTopic.COUNTER, options("records")),
                        WatermarkStrategy.noWatermarks());

        assertThat(read)
                .extracting(Parsed::isDead)
                .containsExactly(false, true, true, true, true, false);
        assertThat(read.get(5).value()).isEqualTo(counter);
        assertThat(read.get(1).deadLetter())
                .isEqualTo(
                        new DeadLetter(
                                "social.counter",
                                0,
                                1,
                                0,
                                DeadLetterReason.MISSING_FIELD,
                                "Field communityId is missing.",
                                "{\"messageId\":\"m\"}",
                                Instant.ofEpochMilli(RECEIVED)));
        assertThat(read.subList(2, 5))
                .extracting(dead -> dead.deadLetter().reason())
                .containsExactly(
                        DeadLetterReason.EMPTY,
                        DeadLetterReason.EMPTY,
                        DeadLetterReason.INVALID_JSON);
    }

    @Test
    void tombstoneOfACompactedTopicGivesNothing() throws Exception {
        Community community = Samples.communities().get(1);
        send(Topic.COMMUNITY, JsonCodec.of(Community.class).encode(community), null);

        assertThat(
                        Jobs.read(
                                KafkaSources.records(RecordTopic.COMMUNITY, options("registry")),
                                WatermarkStrategy.noWatermarks()))
                .containsExactly(Parsed.of(community));
    }

    @Test
    void payloadGivesEachItemAndAParserThatFailsStopsNothing() throws Exception {
        KAFKA.send(
                Stream.of("one two", "three boom", "deep", null, "bad four")
                        .map(words -> words == null ? null : bytes(words))
                        .map(words -> RawRecords.of(Topic.RAW_MESSAGE, KEY, words, RECEIVED))
                        .toList());
        Instant before = Instant.now().minusMillis(1);
        KAFKA.send(
                List.of(
                        new ProducerRecord<>(
                                Topic.RAW_MESSAGE.topicName(),
                                null,
                                RECEIVED,
                                KEY,
                                bytes("elsewhere"))));

        List<Parsed<PlatformEvent>> read =
                Jobs.read(
                        KafkaSources.raw(
                                Map.of(Topic.RAW_MESSAGE, WordParser::new), options("raw")),
                        WatermarkStrategy.noWatermarks());

        List<String> told = new ArrayList<>();
        for (Parsed<PlatformEvent> one : read) {
            DeadLetter dead = one.deadLetter();
            told.add(
                    dead == null
                            ? one.value().message().text()
                            : dead.offset() + "/" + dead.position() + " " + dead.reason());
        }
        assertThat(told)
                .containsExactly(
                        "one",
                        "two",
                        "three",
                        "1/1 PARSER_FAILURE",
                        "2/0 PARSER_FAILURE",
                        "3/0 EMPTY",
                        "4/0 WRONG_TYPE",
                        "four",
                        "elsewhere");
        assertThat(read.get(3).deadLetter().detail())
                .isEqualTo(
                        "The parser failed with IllegalStateException after 1 items; please report"
                                + " it.");
        assertThat(read.get(0).value().message().observedAt().toEpochMilli()).isEqualTo(RECEIVED);
        assertThat(read.get(3).deadLetter().at().toEpochMilli()).isEqualTo(RECEIVED);
        // Whoever does not tell when is believed nothing: the broker's stamp counts.
        assertThat(read.get(read.size() - 1).value().message().observedAt())
                .isBetween(before, Instant.now());
    }

    /** Words as messages; "bad" is refused, "boom" and "deep" break the parser itself. */
    private static final class WordParser implements PayloadParser {
        @Override
        public void parse(byte[] payload, Instant receivedAt, Consumer<PlatformEvent> out) {
            int position = 0;
            for (String word : new String(payload, StandardCharsets.UTF_8).split(" ")) {
                switch (word) {
                    case "boom" -> throw new IllegalStateException(word);
                    case "deep" -> throw new StackOverflowError();
                    case "bad" ->
                            out.accept(
                                    PlatformEvent.of(
                                            new PlatformEvent.Rejection(
                                                    position,
                                                    DeadLetterReason.WRONG_TYPE,
                                                    "No word.",
                                                    "")));
                    default -> out.accept(PlatformEvent.of(Messages.at(word, receivedAt)));
                }
                position++;
            }
        }
    }

    private static KafkaOptions options(String job) {
        return KafkaOptions.of(KAFKA.bootstrapServers(), job).untilLatest();
    }

    private static void send(Topic topic, byte[]... values) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new ProducerRecord<>(topic.topicName(), 0, RECEIVED, KEY, value));
        }
        KAFKA.send(records);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
