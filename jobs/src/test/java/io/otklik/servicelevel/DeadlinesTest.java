package io.otklik.servicelevel;

import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Urgency;
import io.otklik.servicelevel.files.PolicyYaml;
import io.otklik.servicelevel.files.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static io.otklik.servicelevel.Calendars.moscow;
import static org.assertj.core.api.Assertions.assertThat;

/** When the terms of a policy warn, end and escalate. */
class DeadlinesTest {

    private static final String POLICY =
            """
            policy: test
            version: 3
            timeZone: Europe/Moscow
            clockStart: detected
            calendar: ru-9-18
            targets:
              firstResponse:
                within: 9 working hours
                warnBefore: 2 working hours
                escalate: [at breach, +4 working hours, +1 working day]
                high: 4 working hours
              finalAnswer:
                within: 24 hours
                warnBefore: 2 hours
              finalAfterInterim:
                within: 7 working days
                warnBefore: 1 working day
              clarification: 3 days
            """;

    private static final Deadlines DEADLINES =
            Deadlines.of(
                    PolicyYaml.read(POLICY, Instant.EPOCH).orThrow("test").get(0),
                    WorkingTime.of(Calendars.shipped("ru-9-18")));

    /** Acceptance scenario (i): Sevastopol, Friday 17:30, Monday is a holiday: due on Tuesday. */
    @ParameterizedTest
    @CsvSource({
        // A full Friday: half an hour of the nine is gone by its end.
        "2026-03-06T17:30, NORMAL, 2026-03-10T17:30, 2026-03-10T15:30",
        "2026-03-06T17:30, HIGH,   2026-03-10T12:30, 2026-03-10T11:30",
        "2023-06-09T17:30, NORMAL, 2023-06-13T17:30, 2023-06-13T15:30",
        // A short Friday is over at 17:00: the nine hours are Tuesday.
        "2026-05-08T17:30, NORMAL, 2026-05-12T18:00, 2026-05-12T16:00",
        "2023-11-03T17:30, NORMAL, 2023-11-07T18:00, 2023-11-07T16:00"
    })
    void scenarioI(String friday, Urgency urgency, String due, String warn) {
        Deadlines sevastopol =
                Shipped.policies()
                        .with(Shipped.policy("sevastopol_2020"))
                        .applying(
                                new PageScope("г. Севастополь", null, null, null),
                                facts(moscow(friday)));

        Deadline deadline = sevastopol.deadline(SlaMetric.FIRST_RESPONSE, urgency, moscow(friday));

        assertThat(deadline.dueAt()).isEqualTo(moscow(due));
        assertThat(deadline.warnAt()).isEqualTo(moscow(warn));
        assertThat(deadline.policyId()).isEqualTo("sevastopol_2020");
        assertThat(deadline.calendarId()).isEqualTo("ru-9-18");
        assertThat(deadline.calendarAssumed()).isFalse();
        assertThat(deadline.isMissedAt(moscow(due))).isFalse();
        assertThat(deadline.isMissedAt(moscow(due).plusMillis(1))).isTrue();
    }

    @Test
    void escalatesInTheTermsOwnTime() {
        Deadline deadline =
                DEADLINES.deadline(
                        SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, moscow("2026-03-05T15:00"));

        assertThat(deadline.dueAt()).isEqualTo(moscow("2026-03-06T15:00"));
        assertThat(deadline.escalateAt())
                .containsExactly(
                        moscow("2026-03-06T15:00"),
                        moscow("2026-03-10T10:00"),
                        moscow("2026-03-10T18:00"));
        assertThat(deadline.policyVersion()).isEqualTo(3);
        assertThat(deadline.calendarVersion()).isEqualTo(1);
    }

    @Test
    void roundTheClockDoesNotCareForNights() {
        Deadline deadline =
                DEADLINES.deadline(
                        SlaMetric.FINAL_ANSWER, Urgency.HIGH, moscow("2026-12-31T23:00"));

        assertThat(deadline.dueAt()).isEqualTo(moscow("2027-01-01T23:00"));
        assertThat(deadline.warnAt()).isEqualTo(moscow("2027-01-01T21:00"));
        assertThat(deadline.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(deadline.calendarAssumed()).isFalse();
    }

    @Test
    void workingDaysCountFromTheNextDayToTheEndOfWork() {
        Deadline deadline =
                DEADLINES.deadline(
                        SlaMetric.FINAL_AFTER_INTERIM, Urgency.NORMAL, moscow("2026-03-02T11:15"));

        assertThat(deadline.dueAt()).isEqualTo(moscow("2026-03-12T18:00"));
        assertThat(deadline.warnAt()).isEqualTo(moscow("2026-03-11T18:00"));
    }

    @Test
    void yearsThatAreGuessedAreMarked() {
        assertThat(
                        DEADLINES
                                .deadline(
                                        SlaMetric.FINAL_AFTER_INTERIM,
                                        Urgency.NORMAL,
                                        moscow("2026-12-28T10:00"))
                                .calendarAssumed())
                .isTrue();
    }

    @Test
    void termThatThePolicyDoesNotSetIsNone() {
        assertThat(DEADLINES.has(SlaMetric.TRIAGE, Urgency.HIGH)).isFalse();
        assertThat(DEADLINES.deadline(SlaMetric.TRIAGE, Urgency.HIGH, Instant.EPOCH)).isNull();
    }

    @Test
    void questionStopsTheClockUntilTheReply() {
        Instant start = moscow("2026-03-02T10:00");
        Pause pause = new Pause(moscow("2026-03-02T12:00"), moscow("2026-03-04T12:00"));

        Deadline normal = first(start, List.of(pause));
        assertThat(normal.dueAt()).isEqualTo(moscow("2026-03-05T10:00"));
        assertThat(normal.warnAt()).isEqualTo(moscow("2026-03-04T17:00"));
        assertThat(Duration.ofMillis(normal.pausedMillis())).isEqualTo(Duration.ofHours(18));
        assertThat(DEADLINES.worked(start, moscow("2026-03-04T13:00"), List.of(pause)))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void whileTheClockStandsStillNothingIsDue() {
        Instant start = moscow("2026-03-02T10:00");

        Deadline early = first(start, List.of(Pause.since(moscow("2026-03-02T12:00"))));
        assertThat(early.dueAt()).isNull();
        assertThat(early.warnAt()).isNull();
        assertThat(early.escalateAt()).isEmpty();
        assertThat(early.isMissedAt(moscow("2030-01-01T00:00"))).isFalse();

        // The warning was due at 17:00, before the question.
        Deadline warned = first(start, List.of(Pause.since(moscow("2026-03-02T17:30"))));
        assertThat(warned.dueAt()).isNull();
        assertThat(warned.warnAt()).isEqualTo(moscow("2026-03-02T17:00"));
    }

    @Test
    void questionAfterTheTermSavesNothing() {
        Instant start = moscow("2026-03-02T09:00");
        Instant due = moscow("2026-03-02T18:00");

        assertThat(first(start, List.of(Pause.since(due))).dueAt()).isEqualTo(due);
        assertThat(first(start, List.of(Pause.since(due.plusSeconds(1)))).dueAt()).isEqualTo(due);
        assertThat(first(start, List.of(Pause.since(due.minusMillis(1)))).dueAt()).isNull();
    }

    @Test
    void pausesOutOfHoursAndBeforeTheStartChangeNothing() {
        Instant start = moscow("2026-03-02T10:00");
        List<Pause> nightly =
                List.of(
                        new Pause(moscow("2026-03-01T10:00"), moscow("2026-03-02T09:59")),
                        new Pause(moscow("2026-03-02T18:00"), moscow("2026-03-03T09:00")));

        assertThat(first(start, nightly)).isEqualTo(first(start, List.of()));
    }

    @Test
    void randomPausesEqualAWalkFromMinuteToMinute() {
        SplittableRandom random = new SplittableRandom(7);
        WorkingTime time = DEADLINES.workingTime();
        Instant monday = moscow("2026-03-02T00:00");
        for (int round = 0; round < 3_000; round++) {
            long start = minute(monday, random.nextInt(7 * 1440));
            List<Pause> pauses = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                long from = minute(monday, random.nextInt(12 * 1440));
                long to = from + random.nextInt(1, 2 * 1440) * 60_000L;
                pauses.add(
                        new Pause(
                                Instant.ofEpochMilli(from),
                                random.nextInt(10) == 0 ? null : Instant.ofEpochMilli(to)));
            }
            long work = random.nextInt(1, 40 * 60) * 60_000L;
            RunningTime running = RunningTime.since(Instant.ofEpochMilli(start), pauses, time);

            long due = running.earliest(work);

            assertThat(due).as("round %d", round).isEqualTo(walk(time, start, pauses, work));
            if (due != Long.MAX_VALUE) {
                assertThat(running.until(due)).isEqualTo(work);
                assertThat(running.latest(work)).isGreaterThanOrEqualTo(due);
            }
        }
    }

    private static long walk(WorkingTime time, long start, List<Pause> pauses, long work) {
        long left = work;
        for (long at = start; at < start + Duration.ofDays(60).toMillis(); at += 60_000) {
            Instant minute = Instant.ofEpochMilli(at);
            boolean paused =
                    pauses.stream()
                            .anyMatch(
                                    pause ->
                                            !minute.isBefore(pause.from())
                                                    && (pause.to() == null
                                                            || minute.isBefore(pause.to())));
            if (!paused && time.isWorking(minute)) {
                left -= 60_000;
                if (left == 0) {
                    return at + 60_000;
                }
            }
        }
        return Long.MAX_VALUE;
    }

    private static long minute(Instant base, int minutes) {
        return base.plusSeconds(minutes * 60L).toEpochMilli();
    }

    private static Deadline first(Instant start, List<Pause> pauses) {
        return DEADLINES.deadline(SlaMetric.FIRST_RESPONSE, Urgency.NORMAL, start, pauses);
    }

    private static ClockFacts facts(Instant at) {
        return new ClockFacts(at, at, at);
    }
}
