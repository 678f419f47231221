package io.otklik.connectors.alert.config;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class QuietHoursTest {

    /** The last two lines are the nights in which Berlin turns its clocks on and back. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            22:00, 08:00, Europe/Moscow, 2026-11-25T18:59:59.999Z, 2026-11-25T18:59:59.999Z
            22:00, 08:00, Europe/Moscow, 2026-11-25T19:00:00Z, 2026-11-26T05:00:00Z
            22:00, 08:00, Europe/Moscow, 2026-11-25T22:30:00Z, 2026-11-26T05:00:00Z
            22:00, 08:00, Europe/Moscow, 2026-11-26T04:59:59.999Z, 2026-11-26T05:00:00Z
            22:00, 08:00, Europe/Moscow, 2026-11-26T05:00:00Z, 2026-11-26T05:00:00Z
            22:00, 08:00, Asia/Kamchatka, 2026-11-25T10:00:00Z, 2026-11-25T20:00:00Z
            13:00, 14:00, Europe/Moscow, 2026-11-25T10:15:00Z, 2026-11-25T11:00:00Z
            13:00, 14:00, Europe/Moscow, 2026-11-25T11:00:00Z, 2026-11-25T11:00:00Z
            00:00, 06:00, Europe/Moscow, 2026-11-25T21:00:00Z, 2026-11-26T03:00:00Z
            22:00, 08:00, Europe/Berlin, 2026-03-28T22:00:00Z, 2026-03-29T06:00:00Z
            22:00, 08:00, Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T07:00:00Z
            """)
    void endIsTheRecipientsOwn(
            LocalTime from, LocalTime to, ZoneId zone, Instant now, Instant expected) {
        assertThat(new QuietHours(from, to, List.of()).endOf(now, zone)).isEqualTo(expected);
    }
}
