package io.otklik.cli.replay;

import io.otklik.schemas.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void receivedAtWins() throws IOException {
        assertThat(time("{\"receivedAt\":\"2026-10-05T06:12:00.125Z\",\"date\":1791177775}"))
                .isEqualTo("2026-10-05T06:12:00.125Z");
        assertThat(time("{\"receivedAt\":\"2027-01-01T00:00:00Z\"}"))
                .as("never later than now")
                .isEqualTo(NOW);
    }

    @Test
    void elseTheNewestPlausibleDateAnywhereInThePayload() throws IOException {
        assertThat(
                        time(
                                """
                                {"object":{"date":1700000000,"edited":1700000100,
                                  "attachments":[{"photo":{"date":1600000000}}]}}
                                """))
                .isEqualTo(Instant.ofEpochSecond(1_700_000_100));
        assertThat(
                        time(
                                "{\"publishedAt\":\"2026-10-01T00:00:00Z\",\"observedAt\":\"2026-10-01T03:00:05+03:00\"}"))
                .isEqualTo("2026-10-01T00:00:05Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"date\":0}",
                "{\"date\":253402300799}",
                "{\"date\":99999999999999999999999}",
                "{\"date\":\"yesterday\"}",
                "{\"date\":-9223372036854775808}",
                "{\"until\":1700000000}",
                "{\"publishedAt\":\"9999-01-01T00:00:00Z\"}",
                "{\"receivedAt\":\"soon\"}",
                "{\"receivedAt\":\"1969-12-31T23:00:00Z\"}",
                "{\"receivedAt\":\"2005-12-31T23:59:59Z\"}",
                "[1700000000]",
                "7"
            })
    void whatIsNoPlausibleDateIsNone(String payload) throws IOException {
        assertThat(new PayloadTime(NOW).of(Json.MAPPER.readTree(payload))).isEmpty();
    }

    private static Instant time(String payload) throws IOException {
        return new PayloadTime(NOW).of(Json.MAPPER.readTree(payload)).orElseThrow();
    }
}
