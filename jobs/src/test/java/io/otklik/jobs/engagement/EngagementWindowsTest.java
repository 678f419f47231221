package io.otklik.jobs.engagement;

import io.otklik.schemas.Audience;
import io.otklik.schemas.Change;
import io.otklik.schemas.ContentType;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.JsonRecord;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static io.otklik.jobs.engagement.EngagementFacts.NOON;
import static io.otklik.jobs.engagement.EngagementFacts.PAGE;
import static io.otklik.jobs.engagement.EngagementFacts.POST;
import static io.otklik.jobs.engagement.EngagementFacts.comment;
import static io.otklik.jobs.engagement.EngagementFacts.one;
import static io.otklik.jobs.engagement.EngagementFacts.page;
import static io.otklik.jobs.engagement.EngagementFacts.post;
import static io.otklik.jobs.engagement.EngagementFacts.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** When rows are emitted, what they tell, and when state goes. */
class EngagementWindowsTest {

    private EngagementHarness job;

    @BeforeEach
    void open() throws Exception {
        job = new EngagementHarness(NOON);
    }

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    @Test
    void rowsOfEverySizeAndDimensionComeWithinTwentySeconds() throws Exception {
        job.send(page("district", 1));
        job.send(new Audience(PAGE, NOON.minusSeconds(7_200), 2_000, null));
        job.send(post(Change.CREATED, NOON.minusSeconds(90), "Все на #субботник", "clip", "photo"));
        job.send(comment(11, NOON.minusSeconds(60)));
        job.send(total(NOON.minusSeconds(30), 100, 8, 1));
        assertThat(job.take()).isEmpty();

        job.pass(Duration.ofSeconds(10));
        assertThat(job.take())
                .extracting(EngagementWindow::dimension)
                .containsOnly(EngagementDimension.POST, EngagementDimension.COMMUNITY)
                // Two minutes; of the other sizes one window each.
                .hasSize(10);
        job.pass(Duration.ofSeconds(10));

        List<EngagementWindow> rows = job.take();
        assertThat(rows).hasSize(15);
        EngagementWindow day = one(rows, EngagementSize.DAY, EngagementDimension.AGENCY);
        assertThat(day.windowStart()).isEqualTo("2026-03-01T19:00:00Z");
        assertThat(day.timeZone()).isEqualTo("Asia/Yekaterinburg");
        assertThat(day.dimensionId()).isEqualTo("district");
        assertThat(day.posts()).isEqualTo(1);
        assertThat(day.postsClip()).isEqualTo(1);
        assertThat(day.comments()).isEqualTo(1);
        assertThat(day.authors()).isEqualTo(1);
        assertThat(day.views()).isEqualTo(100);
        assertThat(day.subscribers()).isEqualTo(2_000);
        assertThat(day.erByViews()).isCloseTo(0.1, within(1e-9));
        assertThat(day.erBySubs()).isCloseTo(0.005, within(1e-9));
        assertThat(day.reachRate()).isCloseTo(0.05, within(1e-9));
        job.pass(Duration.ofSeconds(30));
        assertThat(job.take()).isEmpty();
    }

    @Test
    void aPostTellsItsContentAndCampaignsAlsoAfterAnEdit() throws Exception {
        job.send(total(NOON, 5, 0, 0));
        job.pass(Duration.ofSeconds(10));
        assertThat(job.take()).isEmpty();

        job.send(post(Change.CREATED, NOON.minusSeconds(90), "Все на #субботник", "photo"));
        job.send(post(Change.EDITED, NOON.minusSeconds(90), "Все на #СубботникЗаречный", "photo"));
        job.pass(Duration.ofSeconds(10));

        EngagementWindow row = one(job.take(), EngagementSize.DAY, EngagementDimension.POST);
        assertThat(row.contentType()).isEqualTo(ContentType.PHOTO);
        assertThat(row.hashtags()).containsExactly("субботникзаречный");
        assertThat(row.views()).isEqualTo(5);
        assertThat(row.postsPhoto()).isEqualTo(1);
    }

    @Test
    void aFigureBeyondAllReasonIsTakenAsItIsToldAndStopsNothing() throws Exception {
        job.send(post(Change.CREATED, NOON.minusSeconds(90), "Пост"));
        job.send(total(NOON.minusSeconds(60), 100, 3_000_000_000L, 1));
        job.pass(Duration.ofSeconds(10));

        EngagementWindow row = one(job.take(), EngagementSize.DAY, EngagementDimension.POST);
        assertThat(row.likes()).isEqualTo(3_000_000_000L);
    }

    @Test
    void anUnregisteredPageIsCountedAndMarkedUntilTheRegisterNamesIt() throws Exception {
        job.send(comment(11, NOON.minusSeconds(60)));
        job.pass(Duration.ofSeconds(20));
        List<EngagementWindow> before = job.take();
        EngagementWindow moscow = one(before, EngagementSize.DAY, EngagementDimension.COMMUNITY);
        assertThat(moscow.registered()).isFalse();
        assertThat(moscow.windowStart()).isEqualTo("2026-03-01T21:00:00Z");
        assertThat(moscow.platform()).isEqualTo(Platform.VK);
        assertThat(one(before, EngagementSize.DAY, EngagementDimension.PLATFORM).dimensionId())
                .isEqualTo("VK");

        job.send(page("district", 1));
        job.pass(Duration.ofSeconds(20));

        List<EngagementWindow> after = job.take();
        assertThat(after)
                .filteredOn(row -> row.windowId().equals(moscow.windowId()))
                .singleElement()
                .satisfies(row -> assertThat(row.comments()).isZero())
                .satisfies(row -> assertThat(row.version()).isGreaterThan(moscow.version()));
        assertThat(after)
                .filteredOn(row -> row.size() == EngagementSize.DAY && row.comments() == 1)
                .extracting(EngagementWindow::dimensionId)
                .containsExactlyInAnyOrder(
                        POST, PAGE, "district", "Заречная область/VK", "Заречная область/Заречный");
    }

    @Test
    void anEditedEntryMovesTheOpenWindowsToTheNewAgencyAndAnOlderOneDoesNot() throws Exception {
        job.send(page("district", 1));
        job.send(comment(11, NOON.minusSeconds(60)));
        job.pass(Duration.ofSeconds(20));
        job.take();

        job.send(page("culture", 2));
        job.send(page("district", 1));
        job.pass(Duration.ofSeconds(20));

        assertThat(job.take())
                .filteredOn(
                        row ->
                                row.size() == EngagementSize.DAY
                                        && row.dimension() == EngagementDimension.AGENCY)
                .extracting(row -> row.dimensionId() + ' ' + row.comments())
                .containsExactlyInAnyOrder("district 0", "culture 1");
    }

    @Test
    void aPageThatComesBackToItsTimeZoneHasItsDayAgain() throws Exception {
        job.send(page("district", 1, "Asia/Yekaterinburg"));
        job.send(comment(11, NOON.minusSeconds(60)));
        job.pass(Duration.ofSeconds(20));
        job.send(page("district", 2, "Europe/Moscow"));
        job.pass(Duration.ofSeconds(20));
        job.take();

        job.send(page("district", 3, "Asia/Yekaterinburg"));
        job.pass(Duration.ofSeconds(20));

        assertThat(job.take())
                .filteredOn(row -> row.size() == EngagementSize.DAY)
                .filteredOn(row -> row.dimension() != EngagementDimension.PLATFORM)
                .extracting(
                        row ->
                                "%s %s %d"
                                        .formatted(row.dimension(), row.timeZone(), row.comments()))
                .containsExactlyInAnyOrder(
                        "POST Asia/Yekaterinburg 1",
                        "COMMUNITY Asia/Yekaterinburg 1",
                        "AGENCY Asia/Yekaterinburg 1",
                        "MUNICIPALITY Asia/Yekaterinburg 1",
                        "POST Europe/Moscow 0",
                        "COMMUNITY Europe/Moscow 0",
                        "AGENCY Europe/Moscow 0",
                        "MUNICIPALITY Europe/Moscow 0");
    }

    @Test
    void whatComesWithinADayCorrectsItsWindowAndLaterCountsAsLate() throws Exception {
        job.send(comment(11, NOON.minusSeconds(60)));
        job.pass(Duration.ofSeconds(10));
        EngagementWindow first = one(job.take(), EngagementSize.MINUTE, EngagementDimension.POST);

        job.pass(Duration.ofHours(20));
        job.send(comment(12, NOON.minusSeconds(50)));
        job.pass(Duration.ofSeconds(10));
        EngagementWindow second = one(job.take(), EngagementSize.MINUTE, EngagementDimension.POST);
        assertThat(second.windowId()).isEqualTo(first.windowId());
        assertThat(second.comments()).isEqualTo(2);
        assertThat(second.version()).isGreaterThan(first.version());

        job.pass(Duration.ofHours(6));
        job.send(comment(13, NOON.minusSeconds(40)));
        job.pass(Duration.ofSeconds(10));
        List<EngagementWindow> rows = job.take();
        assertThat(rows)
                .filteredOn(row -> row.size() == EngagementSize.MINUTE)
                .filteredOn(row -> row.dimension() == EngagementDimension.COMMUNITY)
                .extracting(EngagementWindow::late)
                .containsExactly(1);
        assertThat(one(rows, EngagementSize.DAY, EngagementDimension.COMMUNITY).comments())
                .isEqualTo(3);
    }

    @Test
    void aDeletedCommentIsTakenBackButItsAuthorStays() throws Exception {
        job.send(comment(11, NOON.minusSeconds(60)));
        job.pass(Duration.ofSeconds(10));
        job.take();
        Message gone = comment(11, NOON.minusSeconds(60));
        job.send(
                new Message(
                        gone.messageId(),
                        Platform.VK,
                        MessageType.COMMENT,
                        PAGE,
                        POST,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        NOON,
                        Change.DELETED));
        job.send(gone);
        job.pass(Duration.ofSeconds(10));

        EngagementWindow row = one(job.take(), EngagementSize.HOUR, EngagementDimension.COMMUNITY);
        assertThat(row.comments()).isZero();
        assertThat(row.authors()).isEqualTo(1);
    }

    @Test
    void stateAndTimersGo() throws Exception {
        job.send(post(Change.CREATED, NOON.minusSeconds(90), "Все на #субботник", "photo"));
        job.send(comment(11, NOON.minusSeconds(60)));
        job.send(total(NOON, 100, 8, 1));
        job.send(
                new Counter(
                        POST, PAGE, NOON, CounterKind.CHANGE, "e1", "p:1", null, 1L, null, null));
        job.pass(Duration.ofSeconds(20));
        int all = job.stateEntries();
        assertThat(all).isGreaterThan(8);

        job.pass(Duration.ofDays(5));
        assertThat(job.stateEntries()).isLessThan(all);
        job.pass(Duration.ofDays(30));

        assertThat(job.stateEntries()).isZero();
        assertThat(job.timers()).isZero();
    }

    @Test
    void aRegisteredPageKeepsItsEntryAndWhatHasGone() throws Exception {
        job.send(page("district", 1));
        job.send(comment(11, NOON.minusSeconds(60)));
        job.pass(Duration.ofDays(40));
        job.take();

        // Its entry, and which of its windows have gone.
        assertThat(job.stateEntries()).as(job.toString()).isEqualTo(2);
        assertThat(job.timers()).isZero();
        job.send(comment(12, NOON.plus(Duration.ofDays(40))));
        job.pass(Duration.ofSeconds(10));
        assertThat(one(job.take(), EngagementSize.DAY, EngagementDimension.COMMUNITY).agencyId())
                .isEqualTo("district");
    }

    @Test
    void theEndOfInputEmitsWhatIsLeft() throws Exception {
        job.send(page("district", 1));
        job.send(comment(11, NOON.minusSeconds(60)));

        job.endInput();

        assertThat(job.take()).hasSize(20).allMatch(row -> row.comments() == 1);
    }

    @Test
    void nothingGoesThroughKryo() {
        for (Class<?> type :
                List.of(
                        PostFact.class,
                        PageFact.class,
                        KnownMessage.class,
                        KnownSeries.class,
                        CountedChange.class,
                        BookState.class,
                        Page.class,
                        Subscribers.class,
                        Slice.class,
                        Steps.class,
                        PostInfo.class,
                        JsonRecord.class)) {
            PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
        }
    }
}
