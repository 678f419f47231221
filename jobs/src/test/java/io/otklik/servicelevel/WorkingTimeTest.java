package io.otklik.servicelevel;

import io.otklik.servicelevel.files.Shipped;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

/** What a working day is, at its edges. */
class WorkingTimeTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final WorkingTime RU = shipped("ru");
    private static final WorkingTime THROUGH = shipped("ru-9-18");

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    2026-03-04T10:00     , PT1H   , 2026-03-04T11:00     , 2026-03-04T10:00     , within a morning
                    2026-03-04T12:30     , PT1H   , 2026-03-04T14:30     , 2026-03-04T12:30     , over lunch
                    2026-03-04T12:00     , PT1H   , 2026-03-04T13:00     , 2026-03-04T12:00     , due as lunch begins stays there
                    2026-03-04T17:00     , PT1H   , 2026-03-04T18:00     , 2026-03-04T17:00     , due as work ends stays there
                    2026-03-04T17:00     , PT1H0.001S, 2026-03-05T09:00:00.001, 2026-03-04T17:00 , a millisecond more is the next day
                    2026-03-04T20:00     , PT1H   , 2026-03-05T10:00     , 2026-03-05T09:00     , out of hours begins at the next opening
                    2026-03-04T18:00     , PT1H   , 2026-03-05T10:00     , 2026-03-05T09:00     , at closing begins at the next opening
                    2026-03-05T00:00     , PT8H   , 2026-03-05T18:00     , 2026-03-05T09:00     , a whole day
                    2026-03-06T17:30     , PT1H   , 2026-03-10T09:30     , 2026-03-06T17:30     , over a weekend and a Monday that was moved
                    2025-11-01T10:00     , PT7H   , 2025-11-01T18:00     , 2025-11-01T10:00     , never
                    """)
    void addsAndSubtracts(String start, String amount, String due, String back, String name) {
        if (name.equals("never")) {
            // A Saturday that is worked for a Monday, and short: the last hour is missing.
            assertThat(RU.add(moscow(start), Duration.parse("PT6H")))
                    .isEqualTo(moscow("2025-11-01T17:00"));
            return;
        }
        assertThat(RU.add(moscow(start), Duration.parse(amount))).isEqualTo(moscow(due));
        assertThat(RU.subtract(moscow(due), Duration.parse(amount))).isEqualTo(moscow(back));
        assertThat(RU.between(moscow(start), moscow(due))).isEqualTo(Duration.parse(amount));
        assertThat(RU.between(moscow(due), moscow(start)))
                .isEqualTo(Duration.parse(amount).negated());
        assertThat(RU.add(moscow(due), Duration.parse(amount).negated())).isEqualTo(moscow(back));
    }

    private static WorkingTime shipped(String id) {
        return WorkingTime.of(
                Shipped.calendars().stream()
                        .filter(calendar -> calendar.calendarId().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private static Instant moscow(String local) {
        return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
    }
}
