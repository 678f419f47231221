package io.otklik.jobs.appeals;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;
import io.otklik.schemas.SlaPolicy;
import io.otklik.servicelevel.files.Shipped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

import static io.otklik.jobs.appeals.Messages.PAGE;
import static io.otklik.jobs.appeals.Messages.at;
import static io.otklik.jobs.appeals.Messages.deleted;
import static io.otklik.jobs.appeals.Messages.id;
import static io.otklik.jobs.appeals.Messages.official;
import static io.otklik.jobs.appeals.Messages.post;
import static io.otklik.jobs.appeals.Messages.resident;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The acceptance scenarios of the field that concern appeals and their terms, by their numbers:
 * (v), (vi) and (viii) are about false messages and audiences.
 */
class AcceptanceScenariosTest {

    private static final Message APPEAL = resident(2, 0, "p:anna", "appeal Нет воды", 0);

    private AppealsHarness harness;

    @BeforeEach
    void open() throws Exception {
        harness = AppealsHarness.ofLabels();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void i_fridayEveningBeforeAMondayHolidayIsDueOnTuesdayUnderSevastopolsPolicy()
            throws Exception {
        harness.process(
                page("Севастополь", "Europe/Simferopol"), Shipped.policy("sevastopol_2020"));
        // Friday 6 March 2026, half past five where the page is; Monday the 9th was a holiday.
        harness.process(moved(APPEAL, Instant.parse("2026-03-06T14:30:00Z")));

        // Half an hour on Friday and eight and a half on Tuesday from nine o'clock.
        assertThat(harness.appeal(id(2)).policyId()).isEqualTo("sevastopol_2020");
        assertThat(harness.appeal(id(2)).firstResponseDueAt())
                .isEqualTo(Instant.parse("2026-03-10T14:30:00Z"));
    }

    @Test
    void ii_thanksAfterTheFinalAnswerStartNoClock() throws Exception {
        under(Terms.minutes("minutes", 1, null, null));
        harness.process(
                official(3, 2, null, "final Дали", 20),
                resident(4, 2, "p:anna", "thanks Спасибо!", 30));
        harness.watermark(at(10_000));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(harness.appeal(id(2)).reopenedAt()).isEmpty();
        assertThat(harness.alerts()).isEmpty();
    }

    @Test
    void iii_anAnswerThatIsDeletedOpensTheAppealAgainAndStaysInItsHistory() throws Exception {
        under(Terms.minutes("minutes", 1, null, null));
        Message answer = official(3, 2, null, "final Дали", 20);
        harness.process(answer, deleted(answer, 30));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);
        assertThat(harness.eventTypes(id(2)))
                .containsExactly(
                        AppealEventType.DETECTED,
                        AppealEventType.FINAL,
                        AppealEventType.ANSWER_RETRACTED,
                        AppealEventType.REOPENED);
    }

    @Test
    void iv_anEmployeesOwnAccountIsFlaggedAndNotCounted() throws Exception {
        under(Terms.minutes("minutes", 1, null, null));
        harness.process(resident(3, 2, "p:olga", "final Починили", 20));

        assertThat(harness.appeal(id(2)).answers()).isZero();
        assertThat(harness.appeal(id(2)).unofficialAnswers()).isEqualTo(1);
        assertThat(harness.eventTypes(id(2))).contains(AppealEventType.UNOFFICIAL_ANSWER);
    }

    @Test
    void vii_aReplayWithRepeatedMessagesGivesTheSame() throws Exception {
        under(Terms.minutes("minutes", 1, null, null));
        Message answer = official(3, 2, null, "final Дали", 90);
        harness.process(answer);
        harness.watermark(at(100));
        int emissions = harness.emissions();

        harness.process(APPEAL, answer, APPEAL, post(), answer);

        assertThat(harness.emissions()).isEqualTo(emissions);
    }

    @Test
    void ix_alertsAreRaisedOnTimeThroughSixSilentHours() throws Exception {
        under(Terms.minutes("minutes", 1, null, null));
        for (int minute = 1; minute <= 360; minute++) {
            harness.watermark(at(minute));
        }

        assertThat(harness.alerts())
                .filteredOn(alert -> alert.kind() == AlertKind.OVERDUE)
                .extracting(Alert::raisedAt)
                .containsExactly(at(60), at(240));
    }

    @Test
    void x_aPolicySwitchedAtMidnightLeavesOpenAppealsWithTheOld() throws Exception {
        under(Terms.minutes("minutes", 1, null, null));
        harness.process(Terms.minutes("minutes", 2, at(900), null));
        harness.process(resident(6, 0, "p:boris", "appeal Яма", 900));

        assertThat(harness.appeal(id(2)).policyVersion()).isEqualTo(1);
        assertThat(harness.appeal(id(6)).policyVersion()).isEqualTo(2);
        assertThat(harness.events(id(6)))
                .filteredOn(event -> event.type() == AppealEventType.SLA_APPLIED)
                .allMatch(event -> event.policyVersion() == 2);
    }

    private void under(SlaPolicy policy) throws Exception {
        harness.process(page(null, "Europe/Moscow"), policy, post(), APPEAL);
    }

    private static Message moved(Message message, Instant at) {
        return new Message(
                message.messageId(),
                message.platform(),
                message.type(),
                message.communityId(),
                message.threadId(),
                message.parentId(),
                null,
                message.authorId(),
                message.authorKind(),
                message.text(),
                List.of(),
                message.url(),
                at,
                null,
                at,
                Change.CREATED);
    }

    private static Community page(String region, String zone) {
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
                region,
                zone,
                List.of(new OfficialAuthor("p:olga", at(100_000), null)),
                null,
                Instant.EPOCH);
    }
}
