package io.otklik.jobs.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.connectors.kafka.ValueReader;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.WindowDimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which records of topic {@code appeal} job {@code response} counts. */
class AppealReadingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

    private final ValueReader<Appeal> reader = AppealReading.reader();

    @ParameterizedTest
    @CsvSource({
        "publishedAt, 6053-02-11T00:00:00.000Z",
        "publishedAt, 9000-01-01T00:00:00.000Z",
        "publishedAt, 1969-12-31T23:59:59.999Z",
        "acknowledgedAt, 9999-12-31T23:59:59.999Z",
        "firstResponseAt, 2200-01-01T00:00:00.000Z",
        "firstBreachedAt, 0000-01-01T00:00:00.000Z",
        "finalAnswerAt, 9999-12-31T23:59:59.999Z",
        "finalBreachedAt, 9999-12-31T23:59:59.999Z"
    })
    void aTimeThatNoWindowHasIsRefused(String field, String time) throws Exception {
        byte[] record = Json.MAPPER.writeValueAsBytes(record().put(field, time));
        // The record itself is one that the contract allows.
        assertThat(JsonCodec.of(Appeal.class).decode(record)).isNotNull();

        assertThatThrownBy(() -> reader.read(record))
                .isInstanceOf(MalformedPayloadException.class)
                .hasMessageContaining("Field " + field + " is outside")
                .extracting(e -> ((MalformedPayloadException) e).reason())
                .isEqualTo(DeadLetterReason.OUT_OF_RANGE);
    }

    @Test
    void soIsAReopening() throws Exception {
        ObjectNode record = record();
        record.withArray("reopenedAt").add("9999-12-31T23:59:59.999Z");

        assertThatThrownBy(() -> reader.read(Json.MAPPER.writeValueAsBytes(record)))
                .hasMessageContaining("Field reopenedAt is outside");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00.000Z",
                "2026-03-02T06:00:00.000Z",
                "2199-12-31T23:59:59.999Z"
            })
    void whatIsReadIsCountedAndWritten(String time) throws Exception {
        Appeal appeal =
                reader.read(Json.MAPPER.writeValueAsBytes(record().put("publishedAt", time)));
        try (SumWindowsHarness windows =
                new SumWindowsHarness(
                        new WindowTimes(
                                Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofDays(180)),
                        NOW)) {
            windows.change(
                    new Slice(WindowDimension.COMMUNITY, "vk:-9100", "Zarechny", null),
                    null,
                    AppealReading.facts(appeal));
            windows.endInput();

            assertThat(windows.take())
                    .isNotEmpty()
                    .allSatisfy(
                            row ->
                                    assertThat(JsonCodec.of(ResponseWindow.class).encode(row))
                                            .isNotEmpty());
        }
    }

    private static ObjectNode record() throws Exception {
        Appeal appeal = new RandomAppeals(1).records(1).get(0);
        ObjectNode record =
                (ObjectNode) Json.MAPPER.readTree(JsonCodec.of(Appeal.class).encode(appeal));
        return record.put("retracted", false);
    }
}
