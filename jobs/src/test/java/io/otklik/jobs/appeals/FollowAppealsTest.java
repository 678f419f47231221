package io.otklik.jobs.appeals;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import io.otklik.schemas.OfficialAuthor;
import io.otklik.schemas.Platform;
import io.otklik.schemas.SlaMetric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static io.otklik.jobs.appeals.Messages.PAGE;
import static io.otklik.jobs.appeals.Messages.THREAD;
import static io.otklik.jobs.appeals.Messages.anotherPage;
import static io.otklik.jobs.appeals.Messages.at;
import static io.otklik.jobs.appeals.Messages.deleted;
import static io.otklik.jobs.appeals.Messages.deletedBy;
import static io.otklik.jobs.appeals.Messages.edited;
import static io.otklik.jobs.appeals.Messages.id;
import static io.otklik.jobs.appeals.Messages.observedAt;
import static io.otklik.jobs.appeals.Messages.official;
import static io.otklik.jobs.appeals.Messages.post;
import static io.otklik.jobs.appeals.Messages.resident;
import static io.otklik.jobs.appeals.Messages.restored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FollowAppealsTest {

    private static final String ASKS = "appeal Когда включат отопление на Садовой 12?";
    private static final String ANSWERS = "final Отопление включат 10 октября.";

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
    void aQuestionIsAnOpenAppealAtOnce() throws Exception {
        harness.process(post(), resident(2, 0, "p:anna", ASKS, 5));

        Appeal appeal = harness.appeal(id(2));
        assertThat(appeal.status()).isEqualTo(AppealStatus.OPEN);
        assertThat(appeal.publishedAt()).isEqualTo(at(5));
        assertThat(appeal.reasons()).contains("label:appeal");
        assertThat(appeal.agencyId()).as("the page is not in the register").isNull();
        assertThat(harness.eventTypes(id(2))).containsExactly(AppealEventType.DETECTED);
    }

    @Test
    void aThreadThatIsNotReadyIsToldOnWithoutReadingItsTextsAgain() throws Exception {
        List<Labels> made = new ArrayList<>();
        try (AppealsHarness cold =
                new AppealsHarness(
                        Duration.ofDays(90),
                        null,
                        () -> {
                            made.add(new Labels());
                            return made.get(made.size() - 1);
                        })) {
            cold.process(
                    Terms.minutes("minutes", 1, null, null),
                    community(new OfficialAuthor("p:olga", null, null), at(0)),
                    post(),
                    resident(2, 0, "p:anna", ASKS, 0),
                    official(3, 2, "p:anna", "ack Разберёмся.", 5),
                    resident(4, 0, "p:boris", ASKS, 6));
            cold.restart();

            cold.watermark(at(66));

            assertThat(cold.alerts()).extracting(Alert::subjectId).contains(id(4));
            assertThat(made.get(1).textsRead()).isZero();

            cold.process(resident(5, 0, "p:vera", "chat И я жду.", 67));
            assertThat(made.get(1).textsRead()).as("only the new text").isEqualTo(1);

            cold.process(edited(resident(4, 0, "p:boris", ASKS, 6), "appeal А свет?", 68));
            assertThat(made.get(1).textsRead()).as("both versions and the one below").isEqualTo(4);

            cold.process(
                    resident(6, 0, "p:dima", "chat Ну и ну.", 69),
                    official(7, 4, "p:boris", "final Включили.", 70));
            assertThat(made.get(1).textsRead()).as("only the new texts").isEqualTo(6);

            cold.process(edited(resident(5, 0, "p:vera", "chat И я.", 67), "chat И мы.", 71));
            assertThat(made.get(1).textsRead())
                    .as("both versions; below nobody goes by what it said")
                    .isEqualTo(8);
            assertThat(cold.appeal(id(4)).status()).isEqualTo(AppealStatus.ANSWERED);
        }
    }

    @Test
    void anAnswerToWhatGoesOnAboutAnAppealAnswersTheAppeal() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", ASKS, 0),
                resident(3, 0, "p:anna", "follow_up Когда ответите по отоплению?", 30),
                official(4, 3, "p:anna", ANSWERS, 40));

        Appeal appeal = harness.appeal(id(2));
        assertThat(appeal.status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(appeal.firstResponseMillis()).isEqualTo(Duration.ofMinutes(40).toMillis());
        assertThat(harness.appeals()).containsOnlyKeys(id(2));
    }

    @Test
    void whoWritesAgainWhatTheyDeletedAsksAnew() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", "appeal Кода включат отопление?", 0),
                deleted(resident(2, 0, "p:anna", ASKS, 0), 3),
                resident(3, 0, "p:anna", "follow_up Когда включат отопление?", 4));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.WITHDRAWN);
        assertThat(harness.appeal(id(3)).status()).isEqualTo(AppealStatus.OPEN);
    }

    @Test
    void aThreadIsToldByThePageOfItsFirstMessageWhateverItsOthersSay() throws Exception {
        Message stray = onPage(official(3, 2, "p:anna", ANSWERS, 5), "vk:-77");
        harness.process(
                Terms.minutes("minutes", 1, null, null),
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                resident(2, 0, "p:anna", ASKS, 0),
                onPage(resident(4, 2, "p:olga", ANSWERS, 6), "vk:-77"),
                stray);
        harness.restart();
        harness.watermark(at(500));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(harness.appeal(id(2)).communityId()).isEqualTo(PAGE);
    }

    @Test
    void aThreadWhoseIdDoesNotNameItsPageIsToldByItAfterARestart() throws Exception {
        harness.process(
                Terms.minutes("minutes", 1, null, null),
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                inThread("ok:77", resident(2, 0, "p:anna", ASKS, 0)),
                inThread("ok:77", resident(3, 2, "p:olga", "ack Разберёмся.", 5)));
        harness.restart();
        harness.watermark(at(500));

        Appeal appeal = harness.appeal(id(2));
        assertThat(appeal.agencyId()).isEqualTo("city");
        assertThat(appeal.status()).isEqualTo(AppealStatus.ACKNOWLEDGED);
        assertThat(harness.alerts()).extracting(Alert::agencyId).containsOnly("city");
    }

    private static Message inThread(String threadId, Message message) {
        return changed(message, message.communityId(), threadId);
    }

    private static Message onPage(Message message, String communityId) {
        return changed(message, communityId, message.threadId());
    }

    private static Message changed(Message message, String communityId, String threadId) {
        return new Message(
                message.messageId(),
                message.platform(),
                message.type(),
                communityId,
                threadId,
                message.parentId(),
                message.replyToAuthorId(),
                message.authorId(),
                message.authorKind(),
                message.text(),
                message.attachments(),
                message.url(),
                message.publishedAt(),
                message.editedAt(),
                message.observedAt(),
                message.change());
    }

    @Test
    void anAnswerEditedIntoLessIsTheFirstResponseSinceItWasWritten() throws Exception {
        Message answer = official(3, 2, "p:anna", ANSWERS, 40);
        harness.process(
                resident(2, 0, "p:anna", ASKS, 0), answer, edited(answer, "ack Разберёмся.", 900));

        Appeal appeal = harness.appeal(id(2));
        assertThat(appeal.status()).isEqualTo(AppealStatus.ACKNOWLEDGED);
        assertThat(appeal.firstResponseMillis()).isEqualTo(Duration.ofMinutes(40).toMillis());
    }

    @Test
    void aSecondMissedTermIsAnAlertOfItsOwnAndTheFirstStaysLate() throws Exception {
        harness.process(
                Terms.minutes("minutes", 1, null, null),
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                resident(2, 0, "p:anna", ASKS, 0),
                official(3, 2, "p:anna", ANSWERS, 360),
                resident(4, 2, "p:anna", "follow_up Не включили!", 400));
        harness.watermark(at(2000));

        List<Alert> overdue =
                harness.alerts().stream()
                        .filter(alert -> alert.kind() == AlertKind.OVERDUE)
                        .filter(alert -> alert.metric() == SlaMetric.FINAL_ANSWER)
                        .toList();
        assertThat(overdue).hasSize(2);
        assertThat(overdue.get(0).lateMillis()).isEqualTo(Duration.ofHours(2).toMillis());
        assertThat(overdue.get(1).raisedAt()).isEqualTo(at(640));
        assertThat(overdue.get(1).clearedAt()).isNull();
    }

    @Test
    void anEditOfWhatWasNeverToldIsAnAppealSinceItWasWritten() throws Exception {
        harness.process(
                edited(resident(2, 0, "p:anna", "appeal Когда?", 5), ASKS, 90),
                official(3, 2, "p:anna", ANSWERS, 65));
        assertThat(harness.appeal(id(2)).firstResponseMillis())
                .isEqualTo(Duration.ofHours(1).toMillis());

        harness.process(resident(2, 0, "p:anna", "chat Тепло ли у вас?", 5));
        assertThat(harness.appeal(id(2)).publishedAt())
                .as("the first text is told")
                .isEqualTo(at(90));
    }

    @Test
    void anAppealIsHandedOverToAnAuthorityThatIsKnown() throws Exception {
        harness.process(
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                resident(2, 0, "p:anna", ASKS, 0),
                official(3, 2, "p:anna", "ack Передали >ЕДДС", 5));
        assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("city");

        harness.process(official(4, 2, "p:anna", "ack Передали >водоканалу", 10));
        assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("Водоканал");
        assertThat(harness.eventTypes(id(2))).contains(AppealEventType.TRANSFERRED);
    }

    @Test
    void aComplaintThatAModeratorDeletesIsStillOwedAnAnswer() throws Exception {
        Message complaint = resident(2, 0, "p:anna", ASKS, 0);
        harness.process(complaint, deletedBy(PAGE, complaint, 5));
        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);

        Message other = resident(3, 0, "p:boris", ASKS, 1);
        harness.process(other, deletedBy("p:boris", other, 6));
        assertThat(harness.appeal(id(3)).status()).isEqualTo(AppealStatus.WITHDRAWN);
    }

    @Test
    void aPolicyThatIsTheFirstThingAfterARestartSetsTheTimersOfOpenAppeals() throws Exception {
        harness.process(
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                post(),
                resident(2, 0, "p:anna", ASKS, 0));
        harness.watermark(at(10));
        harness.restart();

        harness.process(Terms.minutes("minutes", 1, null, null));
        harness.watermark(at(59));
        assertThat(harness.alerts()).extracting(Alert::kind).containsExactly(AlertKind.DUE_SOON);

        harness.watermark(at(60));
        assertThat(harness.alerts())
                .filteredOn(alert -> alert.kind() == AlertKind.OVERDUE)
                .extracting(Alert::raisedAt)
                .containsExactly(at(60));
    }

    /** A thread that is read between a change and the watermark has the terms of before. */
    @Test
    void aPolicyThatShortensATermCountsThoughTheThreadIsTalkedInBeforeTheWatermark()
            throws Exception {
        harness.process(
                Terms.minutes("minutes", 1, null, null),
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                post(),
                resident(2, 0, "p:anna", ASKS, 0));
        harness.watermark(at(5));

        harness.gather(Terms.first("minutes", 2, 30));
        harness.process(resident(3, 0, "p:boris", "chat Привет", 6));
        harness.watermark(at(10));
        harness.watermark(at(30));

        assertThat(harness.alerts())
                .filteredOn(alert -> alert.kind() == AlertKind.OVERDUE)
                .extracting(Alert::raisedAt)
                .containsExactly(at(30));
    }

    @Test
    void thePagesReplyAnswersIt() throws Exception {
        harness.process(resident(2, 0, "p:anna", ASKS, 5), official(3, 2, "p:anna", ANSWERS, 65));

        Appeal appeal = harness.appeal(id(2));
        assertThat(appeal.status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(appeal.firstResponseId()).isEqualTo(id(3));
        assertThat(appeal.firstResponseMillis()).isEqualTo(Duration.ofHours(1).toMillis());
        assertThat(harness.eventTypes(id(2)))
                .containsExactly(AppealEventType.DETECTED, AppealEventType.FINAL);
    }

    @Test
    void thanksAreExcludedWithAReason() throws Exception {
        harness.process(resident(2, 0, "p:anna", "thanks Спасибо большое!", 5));

        assertThat(harness.appeals()).isEmpty();
        AppealEvent event = harness.events(id(2)).get(0);
        assertThat(event.type()).isEqualTo(AppealEventType.EXCLUDED);
        assertThat(event.reason()).contains("thanks");
    }

    @Test
    void thanksAfterTheAnswerChangeNothing() throws Exception {
        harness.process(resident(2, 0, "p:anna", ASKS, 5), official(3, 2, null, ANSWERS, 65));
        Appeal before = harness.appeal(id(2));

        harness.process(resident(4, 2, "p:anna", "thanks Спасибо!", 70));

        assertThat(harness.appeal(id(2))).isEqualTo(before);
    }

    @Test
    void anAnswerThatArrivesBeforeItsAppealCounts() throws Exception {
        harness.process(official(3, 2, null, ANSWERS, 65), resident(2, 0, "p:anna", ASKS, 5));

        assertThat(harness.appeal(id(2)).firstResponseMillis())
                .isEqualTo(Duration.ofHours(1).toMillis());
    }

    @Test
    void aDeletedAnswerOpensTheAppealAgainAndStaysInHistory() throws Exception {
        Message answer = official(3, 2, null, ANSWERS, 65);
        harness.process(resident(2, 0, "p:anna", ASKS, 5), answer, deleted(answer, 80));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);
        assertThat(harness.appeal(id(2)).firstResponseId()).isNull();
        assertThat(harness.eventTypes(id(2)))
                .containsExactly(
                        AppealEventType.DETECTED,
                        AppealEventType.FINAL,
                        AppealEventType.ANSWER_RETRACTED,
                        AppealEventType.REOPENED);
    }

    @Test
    void aDeleteBeforeItsCreateIsStillADelete() throws Exception {
        Message appeal = resident(2, 0, "p:anna", ASKS, 5);
        harness.process(deleted(appeal, 30));
        assertThat(harness.appeals()).isEmpty();

        harness.process(appeal);

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.WITHDRAWN);
    }

    @Test
    void aRestoredAppealStandsAgain() throws Exception {
        Message appeal = resident(2, 0, "p:anna", ASKS, 5);
        harness.process(appeal, deleted(appeal, 30), restored(appeal, 40));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);
        assertThat(harness.appeal(id(2)).publishedAt()).isEqualTo(at(5));
        assertThat(harness.eventTypes(id(2)))
                .containsExactly(
                        AppealEventType.DETECTED,
                        AppealEventType.WITHDRAWN,
                        AppealEventType.REOPENED);
    }

    @Test
    void anEditIntoAnAppealStartsTheClockAtTheEdit() throws Exception {
        Message chat = resident(2, 0, "p:anna", "chat мы тут живем", 5);
        harness.process(chat, edited(chat, ASKS, 20), official(3, 2, null, ANSWERS, 25));

        assertThat(harness.appeal(id(2)).publishedAt()).isEqualTo(at(20));
        assertThat(harness.appeal(id(2)).firstResponseMillis())
                .isEqualTo(Duration.ofMinutes(5).toMillis());
        assertThat(harness.eventTypes(id(2)))
                .as("the exclusion before the edit was known is taken back")
                .containsExactly(AppealEventType.DETECTED, AppealEventType.FINAL);
    }

    @Test
    void anEditThatArrivesBeforeItsCreateGivesTheSame() throws Exception {
        Message chat = resident(2, 0, "p:anna", "chat мы тут живем", 5);
        harness.process(official(3, 2, null, ANSWERS, 25), edited(chat, ASKS, 20), chat);

        assertThat(harness.appeal(id(2)).publishedAt()).isEqualTo(at(20));
    }

    @Test
    void aRepeatedMessageEmitsNothing() throws Exception {
        Message appeal = resident(2, 0, "p:anna", ASKS, 5);
        harness.process(appeal);
        int emitted = harness.emissions();

        harness.process(appeal, appeal);

        assertThat(harness.emissions()).isEqualTo(emitted);
    }

    @Test
    void anAnswerToTheBranchGoesToWhoStillWaits() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", ASKS, 5),
                official(3, 2, null, ANSWERS, 10),
                resident(4, 2, "p:boris", "appeal А на Лесной 3 когда включат отопление?", 15),
                official(5, 2, null, "final На Лесной 3 включат завтра", 20));

        assertThat(harness.appeal(id(4)).firstResponseId()).isEqualTo(id(5));
        assertThat(harness.appeal(id(2)).answers()).isEqualTo(1);
    }

    @Test
    void theAddresseeDecidesWhomAnAnswerIsFor() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", ASKS, 5),
                resident(4, 2, "p:boris", "appeal А на Лесной 3 когда включат отопление?", 15),
                official(5, 2, "p:anna", ANSWERS, 20));

        assertThat(harness.appeal(id(2)).firstResponseId()).isEqualTo(id(5));
        assertThat(harness.appeal(id(4)).status()).isEqualTo(AppealStatus.OPEN);
    }

    @Test
    void aResidentsReplyIsNoAnswer() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", ASKS, 5), resident(3, 2, "p:boris", "chat десятого", 6));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);
    }

    @Test
    void aRegisteredAccountAnswersOnlyWhileItIsValid() throws Exception {
        harness.process(
                community(new OfficialAuthor("p:olga", at(0), at(60)), at(0)),
                resident(2, 0, "p:anna", ASKS, 5),
                resident(3, 2, "p:olga", ANSWERS, 70));
        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);

        harness.process(resident(4, 2, "p:olga", ANSWERS, 30));

        assertThat(harness.appeal(id(2)).firstResponseId()).isEqualTo(id(4));
        assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("city");
    }

    @Test
    void theRegisterMayComeAfterTheMessages() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", ASKS, 5),
                resident(
                        3,
                        2,
                        "p:olga",
                        "appeal Подскажите, когда вам удобно принять мастера и по какому адресу?",
                        30));
        assertThat(harness.appeals()).containsKeys(id(2), id(3));

        harness.process(community(new OfficialAuthor("p:olga", null, null), at(0)));

        assertThat(harness.appeals()).as("the official's question is none").containsOnlyKeys(id(2));
        assertThat(harness.events(id(3))).isEmpty();
        assertThat(harness.appeal(id(2)).firstResponseId()).isEqualTo(id(3));
        assertThat(harness.appeal(id(2)).agencyName()).isEqualTo("Администрация");
    }

    @Test
    void anOlderRegisterEntryDoesNotReplaceANewerOne() throws Exception {
        harness.process(
                community(new OfficialAuthor("p:olga", null, null), at(10)),
                community(new OfficialAuthor("p:other", null, null), at(5)),
                resident(2, 0, "p:anna", ASKS, 5),
                resident(3, 2, "p:olga", ANSWERS, 30));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.ANSWERED);
    }

    @Test
    void stateGoesWhenAThreadIsQuietForTheRetentionTime() throws Exception {
        harness.process(resident(2, 0, "p:anna", ASKS, 5), official(3, 2, null, ANSWERS, 65));
        assertThat(harness.stateEntries()).isPositive();
        assertThat(harness.timers()).isEqualTo(1);

        harness.pass(Duration.ofDays(91));
        assertThat(harness.stateEntries()).isZero();
        int emitted = harness.emissions();
        harness.process(official(4, 2, null, ANSWERS, 90));

        assertThat(harness.emissions()).as("the appeal is forgotten").isEqualTo(emitted);
        harness.pass(Duration.ofDays(91));
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void aMessageThatSomethingHappensToStaysWhileItsNeighbourGoes() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", ASKS, 5), resident(3, 0, "p:boris", "thanks Спасибо!", 6));
        harness.pass(Duration.ofDays(60));
        harness.process(official(4, 2, null, ANSWERS, 65));

        harness.pass(Duration.ofDays(40));

        assertThat(harness.liveMessages(THREAD)).isEqualTo(2);
        assertThat(harness.timers()).isEqualTo(1);
        harness.pass(Duration.ofDays(60));
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void anAnswerStaysAsLongAsWhatItAnswers() throws Exception {
        harness.process(
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                resident(2, 0, "p:anna", ASKS, 5),
                official(3, 0, "p:anna", ANSWERS, 10));
        harness.pass(Duration.ofDays(60));
        // The page's new name is told of the appeal, and nothing of the answer.
        harness.process(community(new OfficialAuthor("p:ira", null, null), "Наш город", at(20)));
        harness.pass(Duration.ofDays(31));

        harness.process(resident(4, 0, "p:boris", "chat Привет!", 90));

        assertThat(harness.appeal(id(2)).communityName()).isEqualTo("Наш город");
        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(harness.liveMessages(THREAD)).isEqualTo(3);
        harness.pass(Duration.ofDays(181));
        assertThat(harness.stateEntries()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void stateSurvivesASnapshot() throws Exception {
        harness.process(resident(2, 0, "p:anna", ASKS, 5));

        harness.restart();
        harness.process(community(new OfficialAuthor("p:olga", null, null), at(0)));
        harness.process(resident(3, 2, "p:olga", ANSWERS, 65));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.ANSWERED);
        assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("city");
    }

    private static Community community(OfficialAuthor author, Instant updatedAt) {
        return community(author, "Наш двор", updatedAt);
    }

    private static Community community(OfficialAuthor author, String name, Instant updatedAt) {
        return new Community(
                PAGE,
                Platform.VK,
                null,
                name,
                "city",
                "Администрация",
                null,
                null,
                null,
                null,
                null,
                List.of(author),
                null,
                updatedAt);
    }

    @Test
    void anotherPageIsNoResidentAndItsAnswerDoesNotCount() throws Exception {
        harness.process(
                anotherPage(2, 0, "vk:-77", ASKS, 5),
                resident(3, 0, "p:anna", ASKS, 6),
                anotherPage(4, 3, "vk:-77", "like_official Передали.", 7));

        assertThat(harness.appeals()).containsOnlyKeys(id(3));
        assertThat(harness.events(id(2)))
                .extracting(AppealEvent::type, AppealEvent::reason)
                .containsExactly(tuple(AppealEventType.EXCLUDED, "other_community label:appeal"));
        assertThat(harness.appeal(id(3)).status()).isEqualTo(AppealStatus.OPEN);
        assertThat(harness.eventTypes(id(3))).contains(AppealEventType.UNOFFICIAL_ANSWER);
    }

    @Test
    void whoSpeaksLikeAnOfficialAndIsNoneIsToldOf() throws Exception {
        harness.process(
                resident(2, 0, "p:anna", ASKS, 5),
                resident(3, 2, "p:oleg", "like_official Обращение передано.", 7));
        harness.restart();
        harness.process(community(new OfficialAuthor("p:ira", null, null), at(0)));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);
        assertThat(harness.appeal(id(2)).unofficialAnswers()).isEqualTo(1);
        assertThat(harness.eventTypes(id(2))).contains(AppealEventType.UNOFFICIAL_ANSWER);
    }

    @Test
    void aDeletionThatIsToldAgainByWhoDoesNotKnowWhoDidItStaysTheModerators() throws Exception {
        Message asks = resident(2, 0, "p:anna", ASKS, 5);
        harness.process(asks, deletedBy(PAGE, asks, 10), deletedBy(null, asks, 20));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);

        int emitted = harness.emissions();
        for (int minute = 21; minute < 121; minute++) {
            harness.process(deletedBy(null, asks, minute));
        }
        assertThat(harness.emissions()).isEqualTo(emitted);
        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);
    }

    @Test
    void theModeratorsDeletionIsKnownWhicheverReportCameFirst() throws Exception {
        Message asks = resident(2, 0, "p:anna", ASKS, 5);
        harness.process(asks, deletedBy(null, asks, 20));
        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.WITHDRAWN);

        harness.process(deletedBy(PAGE, asks, 10));

        assertThat(harness.appeal(id(2)).status()).isEqualTo(AppealStatus.OPEN);
    }

    @Test
    void theClockOfDetectionStartsAtTheFirstReportWhicheverCameFirst() throws Exception {
        Message early = resident(2, 0, "p:anna", ASKS, 5);
        Message late = observedAt(at(95), early);
        harness.process(
                community(new OfficialAuthor("p:olga", null, null), at(0)),
                Terms.fromDetection("detected"),
                late,
                early);

        assertThat(harness.appeal(id(2)).clockStartedAt()).isEqualTo(early.observedAt());
    }

    @Test
    void aPageThatLeftTheRegisterOwesOnlyWhatWasWrittenBefore() throws Exception {
        Community page = community(new OfficialAuthor("p:olga", null, null), at(0));
        harness.process(
                page.until(at(30), at(1)),
                resident(2, 0, "p:anna", ASKS, 5),
                resident(3, 0, "p:boris", ASKS, 31));

        assertThat(harness.appeal(id(2)).agencyId()).isEqualTo("city");
        assertThat(harness.appeal(id(3)).agencyId()).isNull();
    }

    @Test
    void manyChangesOfTheRegisterAreAppliedBeforeTheWatermark() throws Exception {
        harness.process(
                community(new OfficialAuthor("p:olga", null, null), "Имя", at(0)),
                resident(2, 0, "p:anna", ASKS, 5));
        int emitted = harness.emissions();
        harness.gather(
                community(new OfficialAuthor("p:olga", null, null), "Первое имя", at(1)),
                community(new OfficialAuthor("p:olga", null, null), "Второе имя", at(2)));
        assertThat(harness.appeal(id(2)).communityName()).isEqualTo("Имя");

        harness.watermark(at(6));

        assertThat(harness.appeal(id(2)).communityName()).isEqualTo("Второе имя");
        assertThat(harness.emissions() - emitted).as("told once for both").isEqualTo(1);
    }
}
