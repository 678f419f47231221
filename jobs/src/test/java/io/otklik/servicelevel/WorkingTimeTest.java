package io.otklik.servicelevel;

import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.DayKind;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static io.otklik.servicelevel.Calendars.at;
import static io.otklik.servicelevel.Calendars.moscow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a working day is, at its edges. */
class WorkingTimeTest {

    private static final WorkingTime RU = WorkingTime.of(Calendars.shipped("ru"));
    private static final WorkingTime THROUGH = WorkingTime.of(Calendars.shipped("ru-9-18"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    2026-03-04T10:00 , PT1H       , 2026-03-04T11:00        , 2026-03-04T10:00 , within a morning
                    2026-03-04T12:30 , PT1H       , 2026-03-04T14:30        , 2026-03-04T12:30 , over lunch
                    2026-03-04T12:00 , PT1H       , 2026-03-04T13:00        , 2026-03-04T12:00 , due as lunch begins stays there
                    2026-03-04T17:00 , PT1H       , 2026-03-04T18:00        , 2026-03-04T17:00 , due as work ends stays there
                    2026-03-04T17:00 , PT1H0.001S , 2026-03-05T09:00:00.001 , 2026-03-04T17:00 , a millisecond more is the next day
                    2026-03-04T20:00 , PT1H       , 2026-03-05T10:00        , 2026-03-05T09:00 , out of hours begins at the next opening
                    2026-03-04T18:00 , PT1H       , 2026-03-05T10:00        , 2026-03-05T09:00 , at closing begins at the next opening
                    2026-03-05T00:00 , PT8H       , 2026-03-05T18:00        , 2026-03-05T09:00 , a whole day
                    2026-03-06T17:30 , PT1H       , 2026-03-10T09:30        , 2026-03-06T17:30 , over a weekend and a Monday off
                    2025-10-31T17:30 , PT1H       , 2025-11-01T09:30        , 2025-10-31T17:30 , into a Saturday that is worked
                    2025-11-01T09:00 , PT7H       , 2025-11-01T17:00        , 2025-11-01T09:00 , which is short
                    2025-11-01T16:30 , PT1H       , 2025-11-05T09:30        , 2025-11-01T16:30 , and after which come days off
                    2024-04-27T17:00 , PT1H       , 2024-04-27T18:00        , 2024-04-27T17:00 , a full Saturday
                    2023-12-29T17:59 , PT2M       , 2024-01-09T09:01        , 2023-12-29T17:59 , over the new year
                    """)
    void addsAndSubtracts(String start, String amount, String due, String back, String name) {
        Duration worked = Duration.parse(amount);

        assertThat(RU.add(moscow(start), worked)).isEqualTo(moscow(due));
        assertThat(RU.subtract(moscow(due), worked)).isEqualTo(moscow(back));
        assertThat(RU.add(moscow(due), worked.negated())).isEqualTo(moscow(back));
        assertThat(RU.between(moscow(start), moscow(due))).isEqualTo(worked);
        assertThat(RU.between(moscow(due), moscow(start))).isEqualTo(worked.negated());
    }

    @Test
    void nothingAddedChangesNothing() {
        for (String instant : List.of("2026-03-04T20:00", "2026-03-04T18:00", "2026-03-04T10:00")) {
            assertThat(RU.add(moscow(instant), Duration.ZERO)).isEqualTo(moscow(instant));
            assertThat(RU.subtract(moscow(instant), Duration.ZERO)).isEqualTo(moscow(instant));
        }
    }

    @Test
    void warningThatFallsOnAnOpeningIsThereAndNotAtTheClosingBefore() {
        assertThat(THROUGH.subtract(moscow("2026-03-10T11:00"), Duration.ofHours(2)))
                .isEqualTo(moscow("2026-03-10T09:00"));
        assertThat(THROUGH.subtract(moscow("2026-03-10T11:00"), Duration.ofHours(3)))
                .isEqualTo(moscow("2026-03-06T17:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00, 1, 2026-03-03T18:00",
        "2026-03-02T10:00, 7, 2026-03-12T18:00",
        "2026-03-07T10:00, 1, 2026-03-10T18:00",
        "2026-03-02T23:59, 1, 2026-03-03T18:00",
        "2026-04-29T10:00, 1, 2026-04-30T17:00",
        "2025-10-31T10:00, 1, 2025-11-01T17:00"
    })
    void aTermInDaysBeginsOnTheNextDayAndEndsWithItsLast(String start, int days, String due) {
        assertThat(RU.addDays(moscow(start), days)).isEqualTo(moscow(due));
    }

    @Test
    void theYearsWorkIsThatOfTheProductionCalendar() {
        // Norms of a 40-hour week: 1973, 1979, 1972 and 1972 hours in 2023 to 2026.
        assertThat(hours(2023)).isEqualTo(1973);
        assertThat(hours(2024)).isEqualTo(1979);
        assertThat(hours(2025)).isEqualTo(1972);
        assertThat(hours(2026)).isEqualTo(1972);
    }

    private static long hours(int year) {
        return RU.between(moscow(year + "-01-01T00:00"), moscow(year + 1 + "-01-01T00:00"))
                .toHours();
    }

    @Test
    void eachZoneHasItsOwnMorning() {
        Instant night = Instant.parse("2026-03-04T23:30:00Z");
        WorkCalendar ru = Calendars.shipped("ru");

        assertThat(WorkingTime.of(ru, ZoneId.of("Asia/Kamchatka")).isWorking(night)).isTrue();
        assertThat(WorkingTime.of(ru, ZoneId.of("Europe/Kaliningrad")).isWorking(night)).isFalse();
        assertThat(
                        WorkingTime.of(ru, ZoneId.of("Europe/Kaliningrad"))
                                .add(night, Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-03-05T08:00:00Z"));
    }

    @Test
    void skippedHourIsNotWorkedAndRepeatedOneTwice() {
        WorkingTime nights = WorkingTime.of(Calendars.nights(), BERLIN);

        // 2026-03-29: 02:00 becomes 03:00. 2026-10-25: 03:00 becomes 02:00.
        assertThat(between(nights, "2026-03-29T00:00", "2026-03-29T12:00")).isEqualTo("PT3H");
        assertThat(between(nights, "2026-10-25T00:00", "2026-10-25T12:00")).isEqualTo("PT5H");
        assertThat(nights.add(at("2026-03-29T01:30", BERLIN), Duration.ofHours(1)))
                .isEqualTo(at("2026-03-29T03:30", BERLIN));
        assertThat(nights.add(at("2026-10-25T01:30", BERLIN), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void hourThatIsHalfSkippedEndsWhereTheClockSaysSo() {
        WorkCalendar halves =
                Calendars.of("halves", List.of("01:30-02:30", "02:45-03:15"), DayOfWeek.SUNDAY);
        WorkingTime time = WorkingTime.of(halves, BERLIN);

        // 01:30–02:00 and 03:00–03:15 are left of it.
        assertThat(between(time, "2026-03-29T00:00", "2026-03-29T12:00")).isEqualTo("PT45M");
        // 01:30–02:30, 02:45–03:00, again 02:00–02:30, 02:45–03:15.
        assertThat(between(time, "2026-10-25T00:00", "2026-10-25T12:00")).isEqualTo("PT2H15M");
        assertThat(time.add(at("2026-10-25T00:00", BERLIN), Duration.ofMinutes(75)))
                .isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
        assertThat(time.add(at("2026-10-25T00:00", BERLIN), Duration.ofMinutes(76)))
                .isEqualTo(Instant.parse("2026-10-25T01:01:00Z"));
    }

    private static String between(WorkingTime time, String from, String to) {
        return time.between(at(from, time.zone()), at(to, time.zone())).toString();
    }

    @Test
    void yearsThatAreNotKnownAreGuessedAndSaySo() {
        assertThat(RU.isKnown(moscow("2026-12-31T23:59"))).isTrue();
        assertThat(RU.isKnown(moscow("2027-01-01T00:00"))).isFalse();
        assertThat(RU.isKnown(moscow("2022-12-31T23:59"))).isFalse();
        // Weekdays and fixed holidays: 2027-01-08 is a holiday on a Friday, 2027-01-11 a Monday.
        assertThat(RU.add(moscow("2026-12-30T17:30"), Duration.ofHours(1)))
                .isEqualTo(moscow("2027-01-11T09:30"));
        assertThat(RU.add(moscow("2028-06-09T17:30"), Duration.ofHours(1)))
                .isEqualTo(moscow("2028-06-13T09:30"));
    }

    @Test
    void aLifetimeOfWorkIsAsExactAsAnHour() {
        Instant start = moscow("1950-03-01T10:00");
        Instant end = moscow("2150-07-01T10:00").plusMillis(1);
        WorkingTime fresh = WorkingTime.of(Calendars.shipped("ru"));
        Duration work = fresh.between(start, end);

        assertThat(work).isGreaterThan(Duration.ofHours(200 * 1900));
        assertThat(fresh.add(start, work)).isEqualTo(end);
        assertThat(fresh.subtract(end, work)).isEqualTo(start);
        assertThat(WorkingTime.of(Calendars.shipped("ru")).add(start, work)).isEqualTo(end);
        assertThat(WorkingTime.of(Calendars.shipped("ru")).subtract(end, work)).isEqualTo(start);
    }

    @Test
    void noDateOfAnyMessageBreaksIt() {
        for (String wild :
                List.of(
                        "0001-01-01T00:00:00Z",
                        "1899-12-31T23:00:00Z",
                        "2199-12-31T23:00:00Z",
                        "9999-12-31T23:59:59.999Z")) {
            Instant instant = Instant.parse(wild);
            for (Duration amount : List.of(Duration.ofHours(9), Duration.ofDays(40))) {
                Instant due = RU.add(instant, amount);
                assertThat(due).isAfterOrEqualTo(instant.plus(amount));
                assertThat(RU.between(instant, due)).isEqualTo(amount);
                assertThat(RU.between(RU.subtract(instant, amount), instant)).isEqualTo(amount);
            }
            assertThat(RU.addDays(instant, 7)).isAfter(instant);
            assertThat(RU.daysBefore(instant.toEpochMilli(), 7)).isLessThan(instant.toEpochMilli());
            assertThat(RU.isKnown(instant)).isFalse();
        }
    }

    @Test
    void manyThreadsSeeOneAnswerWhileTheTableGrows() throws Exception {
        WorkingTime shared = WorkingTime.of(Calendars.shipped("ru"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Instant>> answers =
                    IntStream.range(0, 64)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            shared.add(
                                                                    moscow("2026-03-02T10:00"),
                                                                    Duration.ofHours(
                                                                            2000L * (i % 80)))))
                            .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get())
                        .isEqualTo(
                                WorkingTime.of(Calendars.shipped("ru"))
                                        .add(
                                                moscow("2026-03-02T10:00"),
                                                Duration.ofHours(2000L * (i % 80))));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void worksRoundTheClockWithoutASeam() {
        WorkCalendar always = Calendars.of("always", List.of("00:00-24:00"), DayOfWeek.values());

        assertThat(
                        WorkingTime.of(always, BERLIN)
                                .add(at("2026-03-01T10:00", BERLIN), Duration.ofDays(200)))
                .isEqualTo(at("2026-03-01T10:00", BERLIN).plus(Duration.ofDays(200)));
    }

    @Test
    void movedDayHasTheHoursOfTheWeekdayItStandsFor() {
        WorkCalendar early =
                new WorkCalendar(
                        "early-friday",
                        1,
                        null,
                        "Europe/Moscow",
                        2024,
                        2024,
                        List.of(
                                new WeekdayHours(DayOfWeek.MONDAY, List.of("09:00-18:00")),
                                new WeekdayHours(DayOfWeek.FRIDAY, List.of("09:00-16:45"))),
                        60,
                        List.of(
                                day("2024-04-27", DayKind.WORKING, DayOfWeek.FRIDAY),
                                day("2024-11-02", DayKind.SHORT, DayOfWeek.FRIDAY),
                                day("2024-12-28", DayKind.WORKING, null),
                                new CalendarDay(
                                        "2024-12-30",
                                        DayKind.SHORT,
                                        null,
                                        List.of("10:00-12:00"),
                                        null)),
                        List.of(),
                        null,
                        Instant.EPOCH);
        WorkingTime time = WorkingTime.of(early);

        assertThat(dayOf(time, "2024-04-27")).isEqualTo(Duration.ofMinutes(465));
        assertThat(dayOf(time, "2024-11-02")).isEqualTo(Duration.ofMinutes(405));
        assertThat(dayOf(time, "2024-12-28")).isEqualTo(Duration.ofHours(9));
        assertThat(dayOf(time, "2024-12-30")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aShortDayMayLoseItsWholeAfternoon() {
        assertThat(DayHours.parse(List.of("09:00-13:00", "14:00-14:30")).cut(60))
                .isEqualTo(DayHours.parse(List.of("09:00-12:30")));
        assertThat(DayHours.parse(List.of("09:00-10:00")).cut(60)).isEqualTo(DayHours.NONE);
    }

    @Test
    void calendarThatContradictsItselfIsRefusedWithASentence() {
        assertRefused(List.of("09:00-09:00"), "hours 09:00-09:00 end before they begin");
        assertRefused(
                List.of("09:00-13:00", "12:00-18:00"),
                "hours 12:00-18:00 begin before the interval before them ends");
        assertRefused(List.of(), "no weekday has working hours");
    }

    private static void assertRefused(List<String> hours, String sentence) {
        assertThatThrownBy(() -> WorkingTime.of(Calendars.of("bad", hours, DayOfWeek.MONDAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Calendar bad@1 cannot be used: " + sentence + ".");
    }

    private static CalendarDay day(String date, DayKind kind, DayOfWeek sameAs) {
        return new CalendarDay(date, kind, sameAs, null, null);
    }

    private static Duration dayOf(WorkingTime time, String date) {
        return time.between(moscow(date + "T00:00"), moscow(date + "T23:59:59"));
    }
}
