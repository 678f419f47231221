package io.otklik.jobs.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.otklik.connectors.RandomRecords;
import io.otklik.connectors.kafka.ValueReader;
import io.otklik.schemas.Counter;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read of JSON is what the record that the codec makes of it says, or refused as it is. */
class FactReadersTest {

    private static final int RECORDS = 400;

    /** What may stand in the place of a member's value. */
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "\"\"",
                    "\"x\"",
                    "\"a\\u0000\\\\#снег\"",
                    "\"\\ud83d\"",
                    "0",
                    "-1",
                    "1.5",
                    "1e2",
                    "9223372036854775807",
                    "9223372036854775808",
                    "true",
                    "[]",
                    "[null]",
                    "[\"\",\"poll\"]",
                    "{}",
                    "\"DELETED\"",
                    "\"POST\"",
                    "\"SNAPSHOT\"",
                    "\"2026-10-05T06:12:00.417Z\"",
                    "\"2026-10-05T09:12:00+03:00\"");

    /**
     * A way of reading a topic.
     *
     * @param plain reads what the codec writes without it
     * @param byRecord what the record says
     */
    private record Reading<T>(
            Class<T> type,
            ValueReader<PostFact> reader,
            ValueReader<PostFact> plain,
            Function<T, PostFact> byRecord) {

        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    static Stream<Reading<?>> readings() {
        MessageReader messages = new MessageReader();
        CounterReader counters = new CounterReader();
        return Stream.of(
                new Reading<>(Message.class, messages, plain(messages::plain), PostFact::of),
                new Reading<>(Counter.class, counters, plain(counters::plain), PostFact::of));
    }

    private interface Plain {
        PostFact read(byte[] json) throws Exception;
    }

    /** Null where it is left to the codec. */
    private static ValueReader<PostFact> plain(Plain plain) {
        return json -> {
            try {
                return plain.read(json);
            } catch (Exception e) {
                return null;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("readings")
    <T> void whatTheCodecWritesIsReadWithoutIt(Reading<T> reading) throws Exception {
        int plain = 0;
        List<T> records = records(reading);
        for (T record : records) {
            byte[] json = JsonCodec.of(reading.type()).encode(record);
            assertSame(reading, json);
            plain += reading.plain().read(json) == null ? 0 : 1;
        }
        // Numbers of nineteen digits and halves of characters are left to the codec.
        assertThat(plain).isGreaterThan(records.size() / 2);
    }

    @ParameterizedTest
    @MethodSource("readings")
    <T> void membersInDisorderAndWithOtherValuesAreReadAsTheCodecReadsThem(Reading<T> reading)
            throws Exception {
        for (T record : records(reading).subList(0, 10)) {
            ObjectNode whole =
                    (ObjectNode) Json.MAPPER.readTree(JsonCodec.of(reading.type()).encode(record));
            List<String> names = new ArrayList<>();
            whole.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                ObjectNode other = whole.deepCopy();
                assertSame(reading, without(other, name));
                other.set(name, whole.get(name));
                assertSame(reading, bytes(other.toString()));
                for (String value : VALUES) {
                    other = whole.deepCopy();
                    other.putRawValue(name, new RawValue(value));
                    assertSame(reading, bytes(other.toString()));
                }
            }
            assertSame(reading, bytes(whole + "}"));
            assertSame(reading, bytes(whole.toPrettyString()));
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    <T> void bytesThatAreCutOrChangedAreReadAsTheCodecReadsThem(Reading<T> reading)
            throws Exception {
        Random random = new Random(5);
        for (T record : records(reading).subList(0, 10)) {
            byte[] json = JsonCodec.of(reading.type()).encode(record);
            for (int i = 0; i < 300; i++) {
                assertSame(reading, Arrays.copyOf(json, random.nextInt(json.length)));
                byte[] changed = json.clone();
                changed[random.nextInt(json.length)] = (byte) random.nextInt(256);
                assertSame(reading, changed);
            }
        }
        assertSame(reading, null);
        assertSame(reading, bytes("{}"));
    }

    private static <T> List<T> records(Reading<T> reading) throws Exception {
        RandomRecords random = new RandomRecords(11);
        List<T> records = new ArrayList<>();
        while (records.size() < RECORDS) {
            random.next(reading.type()).ifPresent(records::add);
        }
        return records;
    }

    private static <T> void assertSame(Reading<T> reading, byte[] json) {
        String by = outcome(bytes -> reading.byRecord().apply(codec(reading, bytes)), json);

        assertThat(outcome(reading.reader(), json))
                .as(json == null ? "null" : new String(json, StandardCharsets.UTF_8))
                .isEqualTo(by);
    }

    private static <T> T codec(Reading<T> reading, byte[] json) throws MalformedPayloadException {
        return JsonCodec.of(reading.type()).decode(json);
    }

    private static String outcome(ValueReader<PostFact> reader, byte[] json) {
        try {
            PostFact fact = reader.read(json);
            return Json.MAPPER.writeValueAsString(fact);
        } catch (MalformedPayloadException e) {
            return e.reason() + e.detail();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] without(ObjectNode object, String name) {
        object.remove(name);
        return bytes(object.toString());
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
