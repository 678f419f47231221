package io.otklik.jobs.response;

import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.WindowDimension;
import io.otklik.schemas.WindowSize;
import org.apache.flink.types.PojoTestUtils;
import org.assertj.core.data.Offset;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** When rows are emitted, what they count, and when state goes. */
class SumWindowsTest {

    private static final Slice AGENCY =
            new Slice(WindowDimension.AGENCY, "yards", "Комитет дворов", "Заречная область");
    private static final WindowTimes TIMES =
            new WindowTimes(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofDays(180));

    /** Monday, 12:00 in Yekaterinburg. */
    private static final Instant NOON = Instant.parse("2026-03-02T07:00:00Z");

    private SumWindowsHarness job;

    @BeforeEach
    void open() throws Exception {
        job = new SumWindowsHarness(TIMES, NOON);
    }

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    @Test
    void rowsOfThreeSizesComeOnceInTenSeconds() throws Exception {
        AppealFacts facts = Facts.opened("2026-03-02T06:58:30Z").facts();
        job.change(AGENCY, null, facts);
        assertThat(job.take()).isEmpty();
        job.change(AGENCY, null, facts);

        job.pass(Duration.ofSeconds(10));

        List<ResponseWindow> rows = job.take();
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row.opened()).isEqualTo(2));
        assertThat(rows)
                .extracting(ResponseWindow::windowStart, ResponseWindow::windowEnd)
                .containsExactlyInAnyOrder(
                        times("2026-03-02T06:55:00Z", "2026-03-02T07:00:00Z"),
                        times("2026-03-02T06:00:00Z", "2026-03-02T07:00:00Z"),
                        times("2026-03-01T19:00:00Z", "2026-03-02T19:00:00Z"));
        job.pass(Duration.ofSeconds(10));
        assertThat(job.take()).isEmpty();
    }

    @Test
    void whatIsStillSilentCountsAsDueAndOnlyThat() throws Exception {
        AppealFacts silent = Facts.opened("2026-03-02T03:00:00Z").at(NOON).facts();
        AppealFacts inTime =
                Facts.opened("2026-03-02T06:00:00Z")
                        .acknowledged(Instant.parse("2026-03-02T06:30:00Z"))
                        .facts();
        AppealFacts notYetDue = Facts.opened("2026-03-02T06:40:00Z").facts();
        job.change(AGENCY, null, silent);
        job.change(AGENCY, null, inTime);
        job.change(AGENCY, null, notYetDue);
        job.pass(Duration.ofSeconds(10));

        ResponseWindow day = job.takeOne(WindowSize.DAY);

        assertThat(day.opened()).isEqualTo(3);
        assertThat(day.firstDue()).isEqualTo(2);
        assertThat(day.firstInTime()).isEqualTo(1);
        assertThat(day.firstOverdue()).isEqualTo(1);
        assertThat(day.firstSilent()).isEqualTo(1);
        assertThat(day.acknowledgedUnfinished()).isEqualTo(1);
        assertThat(day.open()).isEqualTo(3);
        assertThat(day.oldestOpenAt()).isEqualTo("2026-03-02T03:00:00Z");
        assertThat(day.medianOpenAt()).isEqualTo("2026-03-02T06:00:00Z");
        assertThat(day.firstResponses()).isEqualTo(1);
        assertThat(day.firstResponseP50Millis()).isCloseTo(1_800_000, within(18_000));
        assertThat(day.businessResponseP50Millis()).isCloseTo(600_000, within(6_000));
        assertThat(day.finalDue()).isZero();
    }

    @Test
    void aLateAnswerStaysOverdueButIsSilentNoLonger() throws Exception {
        Facts appeal = Facts.opened("2026-03-02T03:00:00Z").at(NOON);
        AppealFacts silent = appeal.facts();
        job.change(AGENCY, null, silent);
        job.pass(Duration.ofSeconds(10));
        job.take();
        AppealFacts answered = appeal.answered(NOON).template().facts();

        job.change(AGENCY, silent, answered);
        job.pass(Duration.ofSeconds(10));

        List<ResponseWindow> rows = job.take();
        ResponseWindow day = only(rows, WindowSize.DAY);
        assertThat(day.firstDue()).isEqualTo(1);
        assertThat(day.firstOverdue()).isEqualTo(1);
        assertThat(day.firstSilent()).isZero();
        assertThat(day.finalInTime()).isEqualTo(1);
        assertThat(day.templateAnswers()).isEqualTo(1);
        assertThat(day.open()).isZero();
        assertThat(day.oldestOpenAt()).isNull();
        assertThat(rows)
                .filteredOn(row -> row.size() == WindowSize.HOUR)
                .extracting(
                        row -> row.windowStart().toString(),
                        ResponseWindow::opened,
                        ResponseWindow::firstOverdue,
                        ResponseWindow::answered)
                .containsExactlyInAnyOrder(
                        tuple("2026-03-02T03:00:00Z", 1, 0, 0),
                        tuple("2026-03-02T06:00:00Z", 0, 1, 0),
                        tuple("2026-03-02T07:00:00Z", 0, 0, 1));
    }

    @Test
    void whatIsTakenBackLeavesZeroWithAHigherVersion() throws Exception {
        AppealFacts facts =
                Facts.opened("2026-03-02T03:00:00Z")
                        .acknowledged(Instant.parse("2026-03-02T03:30:00Z"))
                        .answered(NOON)
                        .facts();
        job.change(AGENCY, null, facts);
        job.pass(Duration.ofSeconds(10));
        ResponseWindow before = job.takeOne(WindowSize.DAY);
        assertThat(before.finishedGaps()).isEqualTo(1);
        assertThat(before.gapMeanMillis()).isEqualTo(Duration.ofMinutes(210).toMillis());

        job.change(AGENCY, facts, null);
        job.pass(Duration.ofSeconds(10));

        ResponseWindow after = job.takeOne(WindowSize.DAY);
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(
                        WindowRows.row(
                                AGENCY,
                                WindowKey.of(WindowSize.DAY, "Asia/Yekaterinburg", NOON),
                                WindowSum.ZERO,
                                0));
    }

    @Test
    void aWindowWithWaitingAppealsIsCorrectedWhenTheyAreAnsweredAWeekLater() throws Exception {
        Facts appeal = Facts.opened("2026-03-02T06:00:00Z");
        AppealFacts open = appeal.facts();
        job.change(AGENCY, null, open);
        job.pass(Duration.ofDays(7));
        job.take();

        job.change(AGENCY, open, appeal.answered(NOON.plus(Duration.ofDays(7))).facts());
        job.pass(Duration.ofSeconds(10));

        assertThat(job.take())
                .filteredOn(row -> row.size() == WindowSize.DAY && row.opened() == 1)
                .singleElement()
                .satisfies(row -> assertThat(row.open()).isZero())
                .satisfies(row -> assertThat(row.late()).isZero());
    }

    @Test
    void anAppealThatChangesItsAuthorityLaterCountsAsSilentUnderTheNewOne() throws Exception {
        Slice other =
                new Slice(WindowDimension.AGENCY, "roads", "Комитет дорог", "Заречная область");
        AppealFacts open = Facts.opened("2026-03-02T06:50:00Z").facts();
        AppealFacts silent =
                Facts.opened("2026-03-02T06:50:00Z").at(NOON.plus(Duration.ofDays(4))).facts();
        job.change(AGENCY, null, open);
        for (int day = 0; day < 4; day++) {
            Instant at = NOON.plus(Duration.ofDays(day));
            job.change(
                    other,
                    null,
                    Facts.opened("Asia/Yekaterinburg", at.minusSeconds(600)).answered(at).facts());
            job.passUntil(at.plus(Duration.ofDays(1)));
        }
        job.change(AGENCY, open, silent);
        job.pass(Duration.ofSeconds(10));
        job.take();

        job.restart();
        job.change(AGENCY, silent, null);
        job.change(other, null, silent);
        job.pass(Duration.ofSeconds(10));

        assertThat(job.take())
                .filteredOn(row -> row.size() == WindowSize.DAY)
                .filteredOn(row -> row.windowStart().isBefore(NOON))
                .extracting(
                        ResponseWindow::dimensionId,
                        row -> row.windowStart().toString(),
                        ResponseWindow::opened,
                        ResponseWindow::answered,
                        ResponseWindow::firstOverdue,
                        ResponseWindow::firstSilent,
                        ResponseWindow::late)
                .containsExactlyInAnyOrder(
                        tuple("yards", "2026-03-01T19:00:00Z", 0, 0, 0, 0, 0),
                        tuple("roads", "2026-03-01T19:00:00Z", 2, 1, 1, 1, 0));
    }

    @Test
    void aChangeOfAWindowThatWentIsCountedAsLateWhereItComes() throws Exception {
        AppealFacts answered = Facts.opened("2026-03-02T06:00:00Z").answered(NOON).facts();
        job.change(AGENCY, null, answered);
        job.pass(Duration.ofDays(100));
        Instant then = NOON.plus(Duration.ofDays(100));
        job.change(AGENCY, null, Facts.opened("UTC", then).answered(then).facts());
        job.pass(Duration.ofDays(81));
        job.take();

        job.change(AGENCY, null, Facts.opened("2026-03-02T06:10:00Z").answered(NOON).facts());
        job.pass(Duration.ofSeconds(10));

        List<ResponseWindow> rows = job.take();
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row.late()).isEqualTo(1));
        assertThat(only(rows, WindowSize.DAY).windowStart()).isEqualTo("2026-08-29T19:00:00Z");
        assertThat(rows).allSatisfy(row -> assertThat(row.opened()).isZero());
    }

    @Test
    void anAnswerAfterAllOfItsSliceWentIsLateAndCountedWhereItWasGiven() throws Exception {
        Facts appeal = Facts.opened("2026-03-02T06:00:00Z");
        AppealFacts open = appeal.facts();
        job.change(AGENCY, null, open);
        job.pass(Duration.ofDays(200));
        job.take();
        job.restart();
        Instant then = NOON.plus(Duration.ofDays(200));

        job.change(AGENCY, open, appeal.answered(then).facts());
        job.pass(Duration.ofSeconds(10));

        List<ResponseWindow> rows = job.take();
        assertThat(rows)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.windowEnd()).isAfter(then))
                .allSatisfy(row -> assertThat(row.answered()).isEqualTo(1))
                .allSatisfy(row -> assertThat(row.open()).isZero())
                .allSatisfy(row -> assertThat(row.late()).isEqualTo(1));
        job.pass(Duration.ofDays(2));
        assertThat(job.take()).isEmpty();
    }

    @Test
    void whatAWindowDoesNotHoldIsNotTakenBackFromIt() throws Exception {
        Facts appeal = Facts.opened("2026-03-02T06:00:00Z");
        AppealFacts open = appeal.facts();
        AppealFacts other = Facts.opened("2026-03-02T06:02:00Z").facts();
        job.change(AGENCY, null, other);
        job.pass(Duration.ofSeconds(10));
        job.take();

        // As after a state that forgot when it forgot: nothing says that the window had gone.
        job.change(AGENCY, open, appeal.answered(NOON).facts());
        job.pass(Duration.ofSeconds(10));

        assertThat(job.take())
                .filteredOn(row -> row.size() == WindowSize.DAY)
                .singleElement()
                .satisfies(row -> assertThat(row.open()).isEqualTo(1))
                .satisfies(row -> assertThat(row.oldestOpenAt()).isEqualTo(other.openedAt()))
                .satisfies(row -> assertThat(row.late()).isEqualTo(1));
    }

    @Test
    void aReplayOfAnOldMonthIsNotLate() throws Exception {
        for (int day = 1; day <= 28; day++) {
            Instant at = Instant.parse("2025-02-%02dT06:00:00Z".formatted(29 - day));
            job.change(AGENCY, null, Facts.opened("UTC", at).answered(at).facts());
        }
        job.endInput();

        assertThat(job.take())
                .hasSize(3 * 28)
                .allSatisfy(row -> assertThat(row.late()).isZero())
                .allSatisfy(row -> assertThat(row.opened()).isEqualTo(1));
    }

    @Test
    void endOfInputEmitsWhatIsYetToBeEmittedOnce() throws Exception {
        job.change(AGENCY, null, Facts.opened("2026-03-02T06:00:00Z").facts());
        job.endInput();
        assertThat(job.take()).hasSize(3);

        job.pass(Duration.ofMinutes(1));
        assertThat(job.take()).isEmpty();
    }

    @Test
    void stateSurvivesARestart() throws Exception {
        AppealFacts facts = Facts.opened("2026-03-02T06:00:00Z").facts();
        job.change(AGENCY, null, facts);
        job.restart();
        job.change(AGENCY, null, facts);
        job.pass(Duration.ofSeconds(10));

        assertThat(job.takeOne(WindowSize.DAY).opened()).isEqualTo(2);
    }

    @Test
    void stateAndTimersGo() throws Exception {
        AppealFacts waits = Facts.opened("2026-03-02T06:00:00Z").facts();
        AppealFacts answered =
                Facts.opened("2026-03-02T06:20:00Z").answered(NOON.minusSeconds(60)).facts();
        job.change(AGENCY, null, waits);
        job.change(AGENCY, null, answered);
        job.pass(Duration.ofSeconds(10));
        // Three sizes; 06:00, 06:20 and 06:55 share the hour and the day.
        assertThat(job.windows(AGENCY)).isEqualTo(3 + 1 + 1);
        assertThat(job.timers()).isEqualTo(1);

        job.pass(Duration.ofDays(3));
        // The windows in which the waiting appeal was opened; the others lie by.
        assertThat(job.windows(AGENCY)).isEqualTo(3);

        job.pass(Duration.ofDays(181));
        // Until when windows have gone.
        assertThat(job.stateEntries()).isEqualTo(1);
        assertThat(job.windows(AGENCY)).isZero();
        assertThat(job.timers()).isZero();
    }

    @Test
    void stateHoldsNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(WindowState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(WindowKey.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(SliceState.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(CountedAppeal.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Recount.class);
    }

    private static Tuple times(String start, String end) {
        return tuple(Instant.parse(start), Instant.parse(end));
    }

    private static Offset<Long> within(long millis) {
        return Offset.offset(millis);
    }

    private static ResponseWindow only(List<ResponseWindow> rows, WindowSize size) {
        List<ResponseWindow> found = rows.stream().filter(row -> row.size() == size).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
