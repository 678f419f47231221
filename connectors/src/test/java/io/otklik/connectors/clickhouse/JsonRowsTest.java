package io.otklik.connectors.clickhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.connectors.RandomRecords;
import io.otklik.connectors.clickhouse.ClickHouseSinkContract.Table;
import io.otklik.connectors.json.PlainJson;
import io.otklik.connectors.platform.GoldenPayloads;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.schemas.Counter;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows made of JSON are those of the records that the codec decodes, to the byte. */
class JsonRowsTest {

    private static final int RECORDS = 300;

    /** One for all records, as in the job: nothing of one may be left for the next. */
    private static final Map<String, JsonRows<?>> ROWS = new HashMap<>();

    /** What may stand in the place of a member's value. */
    private static final String[] VALUES = {
        "null",
        "\"\"",
        "\" \"",
        "\"x\"",
        "0",
        "-0",
        "-1",
        "00",
        "01",
        "-",
        "1.",
        ".5",
        "1.5",
        "-5",
        "1e2",
        "1E+2",
        "1e",
        "1.0e-400",
        "1e400",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "123456789012345678901234567890",
        "true",
        "tru",
        "[]",
        "[null]",
        "[\"\"]",
        "[1]",
        "[1,]",
        "{}",
        "[{}]",
        "{\"a\":[1,{\"b\":null}]}",
        "\"2026-10-05T06:12:00.417Z\"",
        "\"2026-10-05T06:12:00Z\"",
        "\"2026-10-05T09:12:00.417+03:00\"",
        "\"2026-02-29T06:12:00.417Z\"",
        "\"2026-13-01T06:12:00.417Z\"",
        "\"2026-10-05T24:00:00.000Z\"",
        "\"2026-10-05T06:60:00.417Z\"",
        "\"2026-10-05T06:12:0\u0661.41Z\"",
        "\"2026-10-05 06:12:00.417Z\"",
        "\"\\ud83d\\ude21\"",
        "\"\\uD83D\\uDE21\\u0416\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ude21\"",
        "\"\\ud83d\\u0041\"",
        "\"\\u00e9\\/\\b\\f\\n\\r\\t\\\\\\\"\"",
        "\"\\u00g0\"",
        "\"\\u00\"",
        "\"\\x\"",
        "\"\\",
        "\"a\tb\"",
        "\"NaN\"",
        "NaN",
        "\"VK\"",
        "\"vk\""
    };

    static Stream<Table<?>> tables() {
        return ClickHouseSinkContract.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    <T> void samplesGiveTheRowsOfTheirRecords(Table<T> table) {
        for (T record : table.records()) {
            assertSame(table.table(), encode(table.table(), record));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    <T> void anyRecordGivesItsRow(Table<T> table) throws ReflectiveOperationException {
        for (T record : records(table, RECORDS)) {
            assertSame(table.table(), encode(table.table(), record));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    <T> void membersInDisorderRepeatedAddedAndLeftOutAreReadAsTheCodecReadsThem(Table<T> table)
            throws ReflectiveOperationException, IOException {
        Random random = new Random(3);
        for (T record : records(table, 30)) {
            ObjectNode whole = (ObjectNode) Json.MAPPER.readTree(encode(table.table(), record));
            List<String> names = new ArrayList<>();
            whole.fieldNames().forEachRemaining(names::add);
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                String other = names.get(random.nextInt(names.size()));
                ObjectNode less = whole.deepCopy();
                JsonNode value = less.remove(name);
                assertSame(table.table(), less.toString());
                less.set(name, value);
                assertSame(table.table(), less.toString());
                assertSame(table.table(), less.put("new", 1).toString());
                String text = whole.toString();
                String head = text.substring(0, text.length() - 1);
                assertSame(table.table(), head + ",\"" + name + "\":" + whole.get(other) + '}');
                assertSame(table.table(), head + ",\"" + name + "\":" + value + '}');
            }
            assertSame(table.table(), whole.toPrettyString());
            assertSame(table.table(), whole + " ");
            assertSame(table.table(), whole + "}");
            assertSame(table.table(), whole + "{}");
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    <T> void anyValueOfAnyMemberIsTakenOrRefusedAsTheCodecDoes(Table<T> table)
            throws ReflectiveOperationException, IOException {
        for (T record : records(table, 3)) {
            ObjectNode whole = (ObjectNode) Json.MAPPER.readTree(encode(table.table(), record));
            for (String json : withEachValueReplaced(whole)) {
                assertSame(table.table(), json);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    <T> void bytesThatAreCutOrChangedAreReadAsTheCodecReadsThem(Table<T> table)
            throws ReflectiveOperationException {
        Random random = new Random(5);
        for (T record : records(table, 5)) {
            byte[] json = encode(table.table(), record);
            for (int i = 0; i < 300; i++) {
                assertSame(table.table(), Arrays.copyOf(json, random.nextInt(json.length)));
                byte[] changed = json.clone();
                changed[random.nextInt(json.length)] = (byte) random.nextInt(256);
                assertSame(table.table(), changed);
            }
        }
        assertSame(table.table(), new byte[0]);
        assertSame(table.table(), "null");
        assertSame(table.table(), "[]");
        assertSame(table.table(), "{}");
        assertSame(table.table(), "{,}");
    }

    @Test
    void textsUpToTheBoundAreTakenAndLongerOnesRefused() {
        for (int length : new int[] {70_000, 999_999, 1_000_000, 1_000_001}) {
            for (String letter : new String[] {"a", "ы", "\\n"}) {
                assertSame(
                        ClickHouseTable.ALERT,
                        "{\"alertId\":\"a\",\"kind\":\"OVERDUE\",\"level\":0,\"subjectId\":\"s\","
                                + "\"text\":\""
                                + letter.repeat(length)
                                + "\",\"raisedAt\":\"2026-10-05T06:12:00.417Z\","
                                + "\"retracted\":false,\"version\":1}");
            }
        }
    }

    @Test
    void goldenPayloadsGiveTheirRows() {
        int rows = 0;
        for (GoldenPayloads.Golden golden : GoldenPayloads.all()) {
            for (PlatformEvent event :
                    GoldenPayloads.parse(GoldenPayloads.parser(golden.format()), golden.bytes())) {
                if (event.message() != null) {
                    assertSame(
                            ClickHouseTable.MESSAGE,
                            JsonCodec.of(Message.class).encode(event.message()));
                    rows++;
                }
                if (event.counter() != null) {
                    assertSame(
                            ClickHouseTable.COUNTER,
                            JsonCodec.of(Counter.class).encode(event.counter()));
                    rows++;
                }
            }
        }
        assertThat(rows).isGreaterThan(30);
    }

    /** What is equal either way must not have taken the long one. */
    @ParameterizedTest
    @MethodSource("tables")
    <T> void recordsAreNotMadeUnlessTheirConstructorsAskForMore(Table<T> table)
            throws ReflectiveOperationException {
        boolean judged =
                List.of("sla_policy", "work_calendar", "audience").contains(table.table().name());

        assertThat(
                        records(table, RECORDS).stream()
                                .anyMatch(
                                        record ->
                                                isCopied(
                                                        table.table(),
                                                        encode(table.table(), record))))
                .isEqualTo(!judged);
    }

    private static <T> List<T> records(Table<T> table, int count)
            throws ReflectiveOperationException {
        RandomRecords random = new RandomRecords(7);
        List<T> records = new ArrayList<>(table.records());
        Optional<T> next = random.next(table.table().type());
        for (int i = 0; i < count && next.isPresent(); i++) {
            records.add(next.get());
            next = random.next(table.table().type());
        }
        // Texts of 100,000 characters are among the samples, and enough of them there.
        records.removeIf(record -> count < RECORDS && encode(table.table(), record).length > 9_000);
        return records;
    }

    /** The record as JSON, once for each value in it and each of {@link #VALUES} in its place. */
    private static List<String> withEachValueReplaced(ObjectNode whole) {
        List<String> all = new ArrayList<>();
        for (String name : (Iterable<String>) whole::fieldNames) {
            for (String value : VALUES) {
                all.add(with(whole, name, value));
            }
            if (whole.get(name) instanceof ArrayNode list
                    && list.size() > 0
                    && list.get(0) instanceof ObjectNode element) {
                withEachValueReplaced(element)
                        .forEach(inner -> all.add(with(whole, name, "[" + inner + "]")));
            }
        }
        return all;
    }

    private static String with(ObjectNode whole, String name, String value) {
        return whole.deepCopy()
                .put(name, "@@@")
                .toString()
                .replace("\"" + name + "\":\"@@@\"", "\"" + name + "\":" + value);
    }

    private static void assertSame(ClickHouseTable<?> table, String json) {
        assertSame(table, json.getBytes(StandardCharsets.UTF_8));
    }

    /** The new way against the old one: row or refusal. */
    private static void assertSame(ClickHouseTable<?> table, byte[] json) {
        String made = made(table, json);
        String expected = decoded(table, json);
        if (!made.equals(expected)) {
            assertThat(made).as(new String(json, StandardCharsets.UTF_8)).isEqualTo(expected);
        }
    }

    private static String made(ClickHouseTable<?> table, byte[] json) {
        try {
            return HexFormat.of()
                    .formatHex(
                            ROWS.computeIfAbsent(table.name(), n -> JsonRows.of(table)).row(json));
        } catch (MalformedPayloadException e) {
            return e.reason() + " " + e.detail();
        }
    }

    private static <T> String decoded(ClickHouseTable<T> table, byte[] json) {
        RowBinaryBuffer row = new RowBinaryBuffer();
        try {
            table.write(JsonCodec.of(table.type()).decode(json), row);
            return HexFormat.of().formatHex(row.toByteArray());
        } catch (MalformedPayloadException e) {
            return e.reason() + " " + e.detail();
        }
    }

    private static boolean isCopied(ClickHouseTable<?> table, byte[] json) {
        return table.copy(new PlainJson(), json, new RowBinaryBuffer());
    }

    private static <T> byte[] encode(ClickHouseTable<T> table, T record) {
        return JsonCodec.of(table.type()).encode(record);
    }
}
