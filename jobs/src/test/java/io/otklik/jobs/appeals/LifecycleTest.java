package io.otklik.jobs.appeals;

import io.otklik.schemas.AgencyLeg;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.Platform;
import io.otklik.schemas.SlaMetric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static io.otklik.jobs.appeals.Messages.PAGE;
import static io.otklik.jobs.appeals.Messages.START;
import static io.otklik.jobs.appeals.Messages.at;
import static io.otklik.jobs.appeals.Messages.deleted;
import static io.otklik.jobs.appeals.Messages.edited;
import static io.otklik.jobs.appeals.Messages.id;
import static io.otklik.jobs.appeals.Messages.official;
import static io.otklik.jobs.appeals.Messages.post;
import static io.otklik.jobs.appeals.Messages.resident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** From the appeal to its answer, under a policy in minutes. */
class LifecycleTest {

    private static final Message APPEAL = resident(2, 0, "p:anna", "appeal Нет воды", 0);

    private AppealsHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = AppealsHarness.ofLabels();
        harness.process(page(), Terms.minutes("minutes", 1, null, null), post(), APPEAL);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void anAppealIsRoutedAndItsTermsStart() {
        assertThat(harness.events(id(2)))
                .extracting(AppealEvent::type, AppealEvent::metric, AppealEvent::dueAt)
                .containsExactly(
                        tuple(AppealEventType.DETECTED, null, null),
                        tuple(AppealEventType.ROUTED, null, null),
                        tuple(AppealEventType.SLA_APPLIED, SlaMetric.FINAL_ANSWER, at(240)),
                        tuple(AppealEventType.SLA_APPLIED, SlaMetric.FIRST_RESPONSE, at(60)));
        assertThat(appeal().policyId()).isEqualTo("minutes");
        assertThat(appeal().policyVersion()).isEqualTo(1);
        assertThat(appeal().calendarId()).isEqualTo("ru");
        assertThat(appeal().agencyId()).isEqualTo("city");
        assertThat(appeal().firstResponseDueAt()).isEqualTo(at(60));
        assertThat(appeal().finalDueAt()).isEqualTo(at(240));
    }

    @Test
    void silenceIsWarnedOfThenOverdueThenEscalated() throws Exception {
        harness.watermark(at(39));
        assertThat(harness.alerts()).isEmpty();

        harness.watermark(at(40));
        assertThat(kinds()).containsExactly(AlertKind.DUE_SOON);

        harness.watermark(at(60));
        assertThat(kinds()).containsExactly(AlertKind.DUE_SOON, AlertKind.OVERDUE);
        assertThat(harness.alerts().get(0).clearedAt()).isEqualTo(at(60));
        Alert overdue = harness.alerts().get(1);
        assertThat(overdue.alertId()).isEqualTo(id(2) + "|FIRST_RESPONSE|OVERDUE");
        assertThat(overdue.dueAt()).isEqualTo(at(60));
        assertThat(overdue.raisedAt()).isEqualTo(at(60));
        assertThat(overdue.clearedAt()).isNull();
        assertThat(appeal().overdueMetrics()).containsExactly("FIRST_RESPONSE");
        assertThat(appeal().firstBreachedAt()).isEqualTo(at(60));

        harness.watermark(at(500));
        assertThat(appeal().escalationLevel()).isEqualTo(2);
        assertThat(appeal().finalBreachedAt()).isEqualTo(at(240));
        assertThat(harness.eventTypes(id(2)))
                .containsExactly(
                        AppealEventType.DETECTED,
                        AppealEventType.WARNED,
                        AppealEventType.BREACHED,
                        AppealEventType.ESCALATED,
                        AppealEventType.ESCALATED,
                        AppealEventType.WARNED,
                        AppealEventType.BREACHED,
                        AppealEventType.ESCALATED);
        assertThat(harness.timers()).as("nothing more to tell, but to forget").isEqualTo(1);
    }

    @Test
    void anAnswerAtTheLastInstantIsInTime() throws Exception {
        harness.process(official(3, 2, null, "final Дали", 60));
        harness.watermark(at(600));

        assertThat(appeal().overdueMetrics()).isEmpty();
        assertThat(kinds()).as("the warning was right").containsExactly(AlertKind.DUE_SOON);
        assertThat(appeal().status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(appeal().outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(appeal().firstResponseKind()).isEqualTo(AppealEventType.FINAL);
        assertThat(appeal().closedAt()).isEqualTo(at(60));
    }

    @Test
    void aLateAnswerClearsTheAlertAndStaysLate() throws Exception {
        harness.watermark(at(100));
        harness.process(official(3, 2, null, "final Дали", 110));

        Alert overdue = harness.alert(id(2) + "|FIRST_RESPONSE|OVERDUE");
        assertThat(overdue.clearedAt()).isEqualTo(at(110));
        assertThat(overdue.lateMillis()).isEqualTo(Duration.ofMinutes(50).toMillis());
        assertThat(appeal().overdueMetrics()).containsExactly("FIRST_RESPONSE");
        assertThat(appeal().status()).isEqualTo(AppealStatus.ANSWERED);
    }

    @Test
    void anAnswerThatArrivesLateButWasInTimeTakesTheAlertBack() throws Exception {
        harness.watermark(at(100));
        harness.process(official(3, 2, null, "ack Принято", 50));

        assertThat(harness.alert(id(2) + "|FIRST_RESPONSE|OVERDUE")).isNull();
        assertThat(appeal().overdueMetrics()).isEmpty();
        assertThat(harness.alert(id(2) + "|FIRST_RESPONSE|DUE_SOON").clearedAt()).isEqualTo(at(50));
    }

    @Test
    void anAnswerBeforeTheWarningTakesBothBack() throws Exception {
        harness.watermark(at(100));
        harness.process(official(3, 2, null, "ack Принято", 10));

        assertThat(harness.alerts()).isEmpty();
    }

    @Test
    void takenIntoWorkIsAFirstResponseButNoFinalOne() throws Exception {
        harness.process(official(3, 2, null, "ack Принято", 30));
        harness.watermark(at(300));

        assertThat(appeal().status()).isEqualTo(AppealStatus.ACKNOWLEDGED);
        assertThat(appeal().acknowledgedAt()).isEqualTo(at(30));
        assertThat(appeal().finalAnswerAt()).isNull();
        assertThat(appeal().overdueMetrics()).containsExactly("FINAL_ANSWER");
        assertThat(appeal().closedAt()).isNull();
    }

    @Test
    void aQuestionStopsTheFinalClockUntilTheResidentReplies() throws Exception {
        harness.process(official(3, 2, null, "clarify Какой дом?", 30));
        assertThat(appeal().status()).isEqualTo(AppealStatus.CLARIFYING);
        assertThat(appeal().finalDueAt()).as("the clock stands still").isNull();

        harness.process(resident(4, 2, "p:anna", "chat Дом пять", 80));

        assertThat(appeal().status()).isEqualTo(AppealStatus.ACKNOWLEDGED);
        assertThat(appeal().finalDueAt()).isEqualTo(at(240 + 50));
        assertThat(harness.eventTypes(id(2)))
                .containsExactly(
                        AppealEventType.DETECTED,
                        AppealEventType.CLARIFICATION_REQUESTED,
                        AppealEventType.FOLLOWED_UP);
    }

    @Test
    void aClockThatIsStoppedAtTheInstantOfItsWarningWarnsWhenItGoesOn() throws Exception {
        harness.process(official(3, 2, null, "clarify Какой дом?", 180));
        harness.watermark(at(269));
        assertThat(finalWarnings()).isEmpty();

        harness.watermark(at(270));
        assertThat(finalWarnings()).containsExactly(at(270));
        assertThat(appeal().finalDueAt()).isEqualTo(at(330));
    }

    @Test
    void aQuestionWithoutReplyIsGivenUp() throws Exception {
        harness.process(official(3, 2, null, "clarify Какой дом?", 30));
        harness.watermark(at(130));

        assertThat(harness.eventTypes(id(2))).contains(AppealEventType.CLARIFICATION_TIMED_OUT);
        assertThat(appeal().finalDueAt()).isEqualTo(at(240 + 90));
        harness.watermark(at(330));
        assertThat(appeal().overdueMetrics()).containsExactly("FINAL_ANSWER");
        assertThat(appeal().finalBreachedAt()).isEqualTo(at(330));
    }

    @Test
    void anInterimAnswerHasATermOfItsOwn() throws Exception {
        harness.process(official(3, 2, null, "interim Ждём насос until 2026-10-20", 200));

        assertThat(appeal().status()).isEqualTo(AppealStatus.INTERIM);
        assertThat(appeal().finalDueAt()).isEqualTo(at(200 + 180));
        assertThat(appeal().promisedUntil()).isEqualTo(Instant.parse("2026-10-20T20:59:59.999Z"));
        harness.watermark(at(380));
        assertThat(appeal().overdueMetrics())
                .containsExactly("FIRST_RESPONSE", "FINAL_AFTER_INTERIM");
    }

    @Test
    void thanksAfterTheFinalAnswerDoNotArmAnything() throws Exception {
        harness.process(official(3, 2, null, "final Дали", 20));
        harness.process(resident(4, 2, "p:anna", "thanks Спасибо!", 30));
        harness.watermark(at(5000));

        assertThat(appeal().status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(appeal().reopenedAt()).isEmpty();
        assertThat(harness.alerts()).isEmpty();
        assertThat(harness.timers()).isEqualTo(1);
    }

    @Test
    void aResidentWhoDisputesTheAnswerOpensTheAppealAgain() throws Exception {
        harness.process(official(3, 2, null, "final Дали", 20));
        harness.process(resident(4, 2, "p:anna", "follow_up Воды так и нет", 100));

        assertThat(appeal().status()).isEqualTo(AppealStatus.OPEN);
        assertThat(appeal().reopenedAt()).containsExactly(at(100));
        assertThat(appeal().finalDueAt()).isEqualTo(at(340));
        assertThat(appeal().closedAt()).isNull();
        assertThat(harness.appeals()).containsOnlyKeys(id(2));
        harness.process(official(5, 4, null, "final Теперь точно", 150));
        assertThat(appeal().status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(appeal().finalAnswerId()).isEqualTo(id(5));
        assertThat(appeal().closedAt()).isEqualTo(at(150));
        assertThat(appeal().followUps()).isEqualTo(1);
    }

    @Test
    void aFollowUpWhileNothingWasAnsweredIsOnlyCounted() throws Exception {
        harness.process(resident(4, 2, "p:anna", "follow_up Ну что?", 10));

        assertThat(appeal().followUps()).isEqualTo(1);
        assertThat(harness.appeals()).containsOnlyKeys(id(2));
        assertThat(harness.events(id(4)).get(0).reason()).startsWith("follow_up " + id(2));
    }

    @Test
    void aDeletedAnswerOpensTheAppealWithItsOldTerm() throws Exception {
        Message answer = official(3, 2, null, "final Дали", 20);
        harness.process(answer, deleted(answer, 100));

        assertThat(appeal().status()).isEqualTo(AppealStatus.OPEN);
        assertThat(appeal().firstBreachedAt()).as("overdue from the deletion on").isNull();
        harness.watermark(at(101));
        assertThat(appeal().firstBreachedAt()).isEqualTo(at(100));
        assertThat(harness.eventTypes(id(2)))
                .startsWith(AppealEventType.DETECTED, AppealEventType.FINAL)
                .contains(AppealEventType.ANSWER_RETRACTED, AppealEventType.REOPENED);
    }

    @Test
    void anAcknowledgementThatIsEditedIntoAFinalAnswerCountsFromTheEdit() throws Exception {
        Message answer = official(3, 2, null, "ack Принято", 20);
        harness.process(answer, edited(answer, "final Дали", 300));

        assertThat(appeal().finalAnswerAt()).isEqualTo(at(300));
        assertThat(appeal().firstResponseAt()).isEqualTo(at(20));
        assertThat(appeal().answers()).isEqualTo(1);
        assertThat(appeal().overdueMetrics()).contains("FINAL_ANSWER");
        assertThat(harness.eventTypes(id(2))).contains(AppealEventType.ACKNOWLEDGED);
    }

    @Test
    void anotherAuthorityGetsTheAppealWhileTheFirstResponseClockRunsOn() throws Exception {
        harness.process(official(3, 2, null, "ack Передано >Водоканал", 50));

        assertThat(appeal().agencyId()).isEqualTo("Водоканал");
        assertThat(appeal().pageAgencyId()).isEqualTo("city");
        assertThat(appeal().transfers())
                .containsExactly(
                        new AgencyLeg("city", at(0), at(50)),
                        new AgencyLeg("Водоканал", at(50), null));
        assertThat(appeal().finalDueAt()).isEqualTo(at(240));
        assertThat(harness.eventTypes(id(2))).contains(AppealEventType.TRANSFERRED);
    }

    @Test
    void anAccountThatIsNotOfficialThenIsFlaggedAndNotCounted() throws Exception {
        harness.process(resident(3, 2, "p:olga", "final Всё починили", 30));
        harness.watermark(at(61));

        assertThat(appeal().unofficialAnswers()).isEqualTo(1);
        assertThat(appeal().answers()).isZero();
        assertThat(appeal().overdueMetrics()).containsExactly("FIRST_RESPONSE");
        assertThat(harness.eventTypes(id(2))).contains(AppealEventType.UNOFFICIAL_ANSWER);
    }

    @Test
    void aWithdrawnAppealOwesNothing() throws Exception {
        harness.watermark(at(61));
        harness.process(deleted(APPEAL, 70));
        harness.watermark(at(5000));

        assertThat(appeal().status()).isEqualTo(AppealStatus.WITHDRAWN);
        assertThat(appeal().closedAt()).isEqualTo(at(70));
        Alert overdue = harness.alert(id(2) + "|FIRST_RESPONSE|OVERDUE");
        assertThat(overdue.clearedAt()).isEqualTo(at(70));
        assertThat(overdue.lateMillis()).as("nobody answered").isNull();
        assertThat(harness.alerts()).allMatch(alert -> alert.clearedAt() != null);
    }

    @Test
    void whatIsUrgentHasAShorterTerm() throws Exception {
        harness.process(resident(6, 0, "p:boris", "urgent Искрит провод", 10));

        assertThat(harness.appeal(id(6)).firstResponseDueAt()).isEqualTo(at(40));
        assertThat(harness.appeal(id(6)).finalDueAt()).isEqualTo(at(250));
    }

    @Test
    void anOpenAppealKeepsItsPolicyAndANewOneTakesTheNew() throws Exception {
        harness.process(Terms.minutes("minutes", 2, at(30), null));
        harness.process(resident(6, 0, "p:boris", "appeal Яма на дороге", 31));

        assertThat(appeal().policyVersion()).isEqualTo(1);
        assertThat(harness.appeal(id(6)).policyVersion()).isEqualTo(2);
    }

    @Test
    void aPolicyThatArrivesAfterTheAppealsIsAppliedToThem() throws Exception {
        try (AppealsHarness late = AppealsHarness.ofLabels()) {
            late.process(page(), post(), APPEAL);
            assertThat(late.appeal(id(2)).policyId()).isEqualTo("federal_2018_24h");

            late.process(Terms.minutes("minutes", 1, null, null));
            assertThat(late.appeal(id(2)).policyId()).isEqualTo("minutes");
            late.watermark(at(60));
            assertThat(late.appeal(id(2)).overdueMetrics()).containsExactly("FIRST_RESPONSE");
        }
    }

    @Test
    void theEndOfABoundedReplayEndsNoTerm() throws Exception {
        harness.watermark(at(10));
        harness.endOfInput();

        assertThat(harness.alerts()).isEmpty();
        assertThat(appeal().overdueMetrics()).isEmpty();
    }

    @Test
    void aBoundedReplayMayBeToldUpToAnInstant() throws Exception {
        try (AppealsHarness bounded =
                new AppealsHarness(Duration.ofDays(90), at(60), Labels::new)) {
            bounded.process(page(), Terms.minutes("minutes", 1, null, null), post(), APPEAL);
            bounded.endOfInput();

            assertThat(bounded.alerts())
                    .extracting(Alert::kind)
                    .containsExactly(AlertKind.DUE_SOON, AlertKind.OVERDUE);
        }
    }

    @Test
    void anOldMonthReplayedIntoALiveJobIsToldAtOnce() throws Exception {
        harness.watermark(at(100_000));
        harness.process(resident(6, 0, "p:boris", "appeal Яма на дороге", 31));

        assertThat(harness.appeal(id(6)).overdueMetrics())
                .containsExactly("FIRST_RESPONSE", "FINAL_ANSWER");
        assertThat(harness.appeal(id(6)).escalationLevel()).isEqualTo(2);
    }

    @Test
    void aRestartTakesNothingBackWhileThereIsNoWatermarkYet() throws Exception {
        harness.watermark(at(61));
        harness.restart();
        harness.process(resident(6, 2, "p:boris", "chat И у нас", 20));

        assertThat(appeal().overdueMetrics()).containsExactly("FIRST_RESPONSE");
        harness.watermark(at(90));
        assertThat(appeal().escalationLevel()).isEqualTo(1);
    }

    @Test
    void stateAndTimersGoWithTheLastMessage() throws Exception {
        assertThat(harness.timers()).isEqualTo(2);

        harness.pass(Duration.ofDays(91));

        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void theSameAnswerToSomebodyElseIsATemplate() throws Exception {
        String text =
                "final Ваше обращение рассмотрено, меры будут приняты в установленном порядке";
        harness.process(
                official(3, 2, null, text, 10),
                resident(6, 0, "p:boris", "appeal Яма на дороге", 31),
                official(7, 6, null, text, 40));

        assertThat(appeal().templateAnswer()).isFalse();
        assertThat(harness.appeal(id(6)).templateAnswer()).isTrue();
    }

    private List<Instant> finalWarnings() {
        return harness.events(id(2)).stream()
                .filter(event -> event.type() == AppealEventType.WARNED)
                .filter(event -> event.metric() == SlaMetric.FINAL_ANSWER)
                .map(AppealEvent::at)
                .toList();
    }

    private Appeal appeal() {
        return harness.appeal(id(2));
    }

    private List<AlertKind> kinds() {
        return harness.alerts().stream().map(Alert::kind).toList();
    }

    private static Community page() {
        return new Community(
                PAGE,
                Platform.VK,
                null,
                "Наш двор",
                "city",
                "Администрация",
                null,
                null,
                null,
                null,
                "Europe/Moscow",
                List.of(new OfficialAuthor("p:olga", at(1000), null)),
                null,
                START);
    }
}
