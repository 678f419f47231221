package io.otklik.servicelevel;

import io.otklik.schemas.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Working time against a stepper that looks at each minute, over random pairs of instants of 2023
 * to 2026, to the millisecond. {@code -Dotklik.pairs=100000} runs more of them.
 */
class WorkingTimeStepperTest {

    /** Every zone of Russia that the zone database knows. */
    private static final List<String> RUSSIA =
            List.of(
                    "Europe/Kaliningrad",
                    "Europe/Moscow",
                    "Europe/Simferopol",
                    "Europe/Kirov",
                    "Europe/Volgograd",
                    "Europe/Astrakhan",
                    "Europe/Saratov",
                    "Europe/Ulyanovsk",
                    "Europe/Samara",
                    "Asia/Yekaterinburg",
                    "Asia/Omsk",
                    "Asia/Novosibirsk",
                    "Asia/Barnaul",
                    "Asia/Tomsk",
                    "Asia/Novokuznetsk",
                    "Asia/Krasnoyarsk",
                    "Asia/Irkutsk",
                    "Asia/Chita",
                    "Asia/Yakutsk",
                    "Asia/Khandyga",
                    "Asia/Vladivostok",
                    "Asia/Ust-Nera",
                    "Asia/Magadan",
                    "Asia/Sakhalin",
                    "Asia/Srednekolymsk",
                    "Asia/Kamchatka",
                    "Asia/Anadyr");

    /** Zones with summer time (one of half an hour), and one whose offset changed in 2024. */
    private static final List<String> ELSEWHERE =
            List.of(
                    "Europe/Berlin",
                    "Europe/Chisinau",
                    "America/New_York",
                    "America/Santiago",
                    "Australia/Lord_Howe",
                    "Pacific/Chatham",
                    "Asia/Almaty");

    private static final Instant FROM = Instant.parse("2023-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration MARGIN = Duration.ofDays(30);
    private static final int PAIRS = Integer.getInteger("otklik.pairs", 3_000);
    private static final int MANY = 50_000;
    private static final long SEED = 20_230_101;

    @Test
    void noPairDiffers(TestReporter reporter) {
        List<WorkCalendar> calendars =
                List.of(Calendars.shipped("ru"), Calendars.shipped("ru-9-18"), Calendars.nights());
        List<String> zones = new ArrayList<>(RUSSIA);
        zones.addAll(ELSEWHERE);
        // To step through the minutes of a zone takes longer than to compare: few pairs take one
        // calendar a zone, many take all.
        int cells = zones.size() * (PAIRS < MANY ? 1 : calendars.size());
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> differences = new ArrayList<>();
        int done = 0;
        for (int cell = 0; cell < cells; cell++) {
            WorkCalendar calendar = calendars.get((cell + cell / zones.size()) % calendars.size());
            ZoneId zone = ZoneId.of(zones.get(cell % zones.size()));
            WorkingTime time = WorkingTime.of(calendar, zone);
            MinuteStepper stepper =
                    new MinuteStepper(calendar, zone, FROM.minus(MARGIN), TO.plus(MARGIN));
            int pairs = (int) ((cell + 1L) * PAIRS / cells - (long) cell * PAIRS / cells);
            for (int i = 0; i < pairs; i++, done++) {
                long from = random.nextLong(FROM.toEpochMilli(), TO.toEpochMilli());
                long to = from + span(random, TO.toEpochMilli() - from);
                compare(time, stepper, from, to, differences);
            }
        }
        reporter.publishEntry(
                "calendar",
                "%d pairs, %d zones, %d calendars, %d differences"
                        .formatted(done, zones.size(), calendars.size(), differences.size()));
        assertThat(differences).isEmpty();
        assertThat(done).isEqualTo(PAIRS);
    }

    /** As often seconds as minutes, hours, days, months and years. */
    private static long span(SplittableRandom random, long limit) {
        return Math.min(limit, (long) Math.exp(random.nextDouble() * Math.log(limit + 1.0)));
    }

    private static void compare(
            WorkingTime time, MinuteStepper stepper, long from, long to, List<String> differences) {
        long work = stepper.between(from, to);
        check("between", work, time.between(from, to), time, from, to, differences);
        check(
                "add",
                stepper.add(from, work),
                time.earliest(from, work),
                time,
                from,
                to,
                differences);
        check(
                "subtract",
                stepper.subtract(to, work),
                time.before(to, work),
                time,
                from,
                to,
                differences);
        if (stepper.isWorking(from) != time.isWorking(Instant.ofEpochMilli(from))) {
            differences.add("isWorking " + Instant.ofEpochMilli(from) + ' ' + time.zone());
        }
    }

    private static void check(
            String what,
            long expected,
            long actual,
            WorkingTime time,
            long from,
            long to,
            List<String> differences) {
        if (expected != actual) {
            differences.add(
                    "%s from %s to %s in %s by %s: %d, not %d"
                            .formatted(
                                    what,
                                    Instant.ofEpochMilli(from),
                                    Instant.ofEpochMilli(to),
                                    time.zone(),
                                    time.calendar().calendarId(),
                                    actual,
                                    expected));
        }
    }
}
