package io.otklik.servicelevel.files;

import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.DayKind;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.ReadFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Calendars as people write them, and as the production calendar's files have them. */
class CalendarFilesTest {

    private static final Instant AT = Instant.parse("2026-01-20T08:00:00Z");
    private static final String GOOD =
            """
            calendar: c
            version: 1
            timeZone: Europe/Moscow
            knownYears: 2026
            hours:
              monday-thursday: 09:00-13:00, 14:00-18:00
              friday: 09:00-13:00, 14:00-16:45
            yearlyHolidays: [01-01, 02-29]
            days:
              2026-02-22: short as friday
              2026-02-23: off День защитника Отечества
              2026-12-30: 09:00-12:00
              2026-12-31: working
            """;

    @Test
    void readsWhatIsWritten() {
        WorkCalendar calendar = read(GOOD).orThrow("c.yaml").get(0);

        assertThat(calendar.week())
                .hasSize(5)
                .contains(
                        new WeekdayHours(DayOfWeek.FRIDAY, List.of("09:00-13:00", "14:00-16:45")));
        assertThat(calendar.days())
                .containsExactly(
                        new CalendarDay("2026-02-22", DayKind.SHORT, DayOfWeek.FRIDAY, null, null),
                        new CalendarDay(
                                "2026-02-23", DayKind.OFF, null, null, "День защитника Отечества"),
                        new CalendarDay(
                                "2026-12-30", DayKind.WORKING, null, List.of("09:00-12:00"), null),
                        new CalendarDay("2026-12-31", DayKind.WORKING, null, null, null));
        assertThat(calendar.yearlyHolidays()).containsExactly("01-01", "02-29");
        assertThat(calendar.firstYear()).isEqualTo(2026).isEqualTo(calendar.lastYear());
        assertThat(calendar.shortDayCutMinutes()).isEqualTo(60);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    version: 1                 | version:                   | 2  | version is missing.
                    timeZone: Europe/Moscow    | timeZone: MSK+3            | 3  | timeZone is MSK+3; it is a name like Europe/Moscow.
                    knownYears: 2026           | title: t                   | 1  | knownYears says for which years days are complete, like 2023-2026.
                    knownYears: 2026           | knownYears: 2026-2025      | 1  | Calendar c@1 cannot be used: its last known year is before its first.
                    knownYears: 2026           | knownYears: 2025           | 1  | Calendar c@1 cannot be used: 2026-02-22 lies outside of the known years 2025 to 2025.
                    friday: 09                 | fri: 09                    | 7  | fri is no weekday; write monday or monday-friday.
                    friday: 09                 | thursday: 09               | 7  | thursday has hours twice.
                    14:00-16:45                | 14:00-25:00                | 7  | Hours are written like 09:00-13:00, 14:00-18:00.
                    14:00-16:45                | 12:00-16:45                | 1  | Calendar c@1 cannot be used: hours 12:00-16:45 begin before the interval before them ends.
                    02-29]                     | 02-30]                     | 8  | 02-30 is no day of a year; write 01-31.
                    2026-02-22:                | 22.02.2026:                | 10 | 22.02.2026 is no date; write 2025-01-31.
                    2026-02-22:                | 2026-02-30:                | 10 | 2026-02-30 is no date; write 2025-01-31.
                    short as friday            | short like friday          | 0  |
                    short as friday            | half                       | 10 | 2026-02-22 is off, short, working, working as monday, or has hours like 09:00-15:00.
                    short as friday            | short as fryday            | 10 | 2026-02-22 is off, short, working, working as monday, or has hours like 09:00-15:00.
                    knownYears: 2026           | daysFrom: c2               | 4  | With daysFrom there are no own days, knownYears and yearlyHolidays.
                    """)
    void whatIsWrongIsToldWithItsLine(String was, String is, int line, String sentence) {
        List<FileProblem> problems = read(GOOD.replace(was, is)).problems();

        if (sentence == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).contains(new FileProblem(line, sentence));
        }
    }

    @Test
    void daysOfAnotherCalendarAreTaken() {
        String other =
                "calendar: d\nversion: 1\ntimeZone: UTC\nhours: {monday: 00:00-24:00}\ndaysFrom: %s\n";

        WorkCalendar inFile = read(GOOD + "---\n" + other.formatted("c")).orThrow("c.yaml").get(1);
        assertThat(inFile.days()).isEqualTo(read(GOOD).values().get(0).days());
        WorkCalendar shipped = read(other.formatted("ru")).orThrow("c.yaml").get(0);
        assertThat(shipped.lastYear()).isEqualTo(2026);
        assertThat(read(other.formatted("nowhere")).problems())
                .containsExactly(
                        new FileProblem(
                                5,
                                "There is no calendar nowhere; it stands before this one or was imported earlier."));
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025, 2026})
    void shippedCalendarIsTheProductionCalendar(int year) throws IOException {
        Path file =
                Path.of(System.getProperty("otklik.home", ".."))
                        .resolve("../shared/data/calendar/%d.xml".formatted(year));
        assumeThat(file).as("the evaluation data beside the project").exists();

        ProductionCalendarXml.Year read =
                ProductionCalendarXml.read(Files.readString(file)).orThrow("xml").get(0);

        assertThat(read.year()).isEqualTo(year);
        assertThat(
                        Shipped.calendars().get(0).days().stream()
                                .filter(day -> day.date().startsWith(year + "-")))
                .containsExactlyElementsOf(read.days());
    }

    @Test
    void productionCalendarTellsWhichWeekdayASaturdayStandsFor() {
        ProductionCalendarXml.Year year =
                xml("""
                                <calendar year="2027">
                                  <holidays><holiday id="1" title="Праздник"/></holidays>
                                  <days>
                                    <day d="11.05" t="1" f="10.30"/>
                                    <day d="11.04" t="1" h="1"/>
                                    <day d="10.30" t="2"/>
                                    <day d="12.18" t="3"/>
                                  </days>
                                </calendar>
                                """)
                        .values()
                        .get(0);

        assertThat(year.days())
                .containsExactly(
                        new CalendarDay("2027-10-30", DayKind.SHORT, DayOfWeek.FRIDAY, null, null),
                        new CalendarDay("2027-11-04", DayKind.OFF, null, null, "Праздник"),
                        new CalendarDay("2027-11-05", DayKind.OFF, null, null, null),
                        new CalendarDay("2027-12-18", DayKind.WORKING, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <calendar year="27"><day d="01.01" t="1"/></calendar>                          | calendar has the year 27; it is like 2027.
                    <calendar year="2027"><day d="13.01" t="1"/></calendar>                        | A day is written month.day like 02.23, and not 13.01.
                    <calendar year="2027"><day d="02.29" t="1"/></calendar>                        | A day is written month.day like 02.23, and not 02.29.
                    <calendar year="2027"><day d="01.01" t="4"/></calendar>                        | A day has t=1 (off), 2 (short) or 3 (worked), and not 4.
                    <calendar year="2027"><day d="01.01" t="1"/><day d="01.01" t="2"/></calendar>  | 2027-01-01 stands twice.
                    <calendar year="2027"></calendar>                                              | The calendar names no day.
                    <days/>                                                                        | There is no element calendar with a year.
                    <calendar year="2027">                                                         | This is no XML.
                    <!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><calendar year="&e;"/>   | This is no XML.
                    """)
    void productionCalendarThatIsNoneIsRefused(String text, String sentence) {
        assertThat(xml(text).problems()).extracting(FileProblem::sentence).contains(sentence);
    }

    private static ReadFile<ProductionCalendarXml.Year> xml(String text) {
        return ProductionCalendarXml.read(text);
    }

    private static ReadFile<WorkCalendar> read(String text) {
        return CalendarYaml.read(
                text,
                id ->
                        Shipped.calendars().stream()
                                .filter(calendar -> calendar.calendarId().equals(id))
                                .findFirst()
                                .orElse(null),
                AT);
    }
}
