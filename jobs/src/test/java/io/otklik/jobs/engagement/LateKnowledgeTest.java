package io.otklik.jobs.engagement;

import io.otklik.schemas.Audience;
import io.otklik.schemas.Change;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.otklik.jobs.engagement.EngagementFacts.NOON;
import static io.otklik.jobs.engagement.EngagementFacts.PAGE;
import static io.otklik.jobs.engagement.EngagementFacts.comment;
import static io.otklik.jobs.engagement.EngagementFacts.page;
import static io.otklik.jobs.engagement.EngagementFacts.post;
import static io.otklik.jobs.engagement.EngagementFacts.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is known late, or in another order, spoils no figure that was told. */
class LateKnowledgeTest {

    private static final Duration FLUSH = Duration.ofSeconds(20);

    private EngagementHarness job;

    @BeforeEach
    void open() throws Exception {
        job = new EngagementHarness(NOON);
    }

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    /** Twelve of the day's hours have gone when the register tells the page's time zone. */
    @Test
    void aDayOfWhichHoursHaveGoneStaysInItsZone() throws Exception {
        Map<String, EngagementWindow> latest = new HashMap<>();
        Instant midnight = Instant.parse("2026-03-01T21:00:00Z");
        try (EngagementHarness watched = new EngagementHarness(midnight)) {
            for (int hour = 0; hour < 24; hour++) {
                watched.pass(Duration.ofHours(1));
                watched.send(comment(hour, midnight.plusSeconds(3_600L * hour + 600)));
            }
            watched.pass(Duration.ofHours(12));
            watched.send(page("district", 1, "Asia/Yekaterinburg"));
            watched.pass(FLUSH);
            watched.take().forEach(row -> latest.put(row.windowId(), row));
        }

        assertThat(latest.values())
                .filteredOn(row -> row.size() == EngagementSize.DAY)
                .filteredOn(row -> row.dimension() == EngagementDimension.COMMUNITY)
                .extracting(row -> row.timeZone() + ' ' + row.comments())
                .containsExactly("Europe/Moscow 24");
    }

    @Test
    void anEditAfterAMonthDoesNotReplaceTheDayOfARegisteredPage() throws Exception {
        job.send(page("district", 1));
        for (int number = 1; number <= 25; number++) {
            job.send(comment(number, NOON.minusSeconds(60 + number)));
        }
        job.pass(FLUSH);
        EngagementWindow told = day(EngagementDimension.COMMUNITY);
        assertThat(told.comments()).isEqualTo(25);

        job.pass(Duration.ofDays(32));
        job.take();
        job.send(edited(comment(3, NOON.minusSeconds(63)), NOON.plus(Duration.ofDays(32))));
        job.pass(FLUSH);

        EngagementWindow now = day(EngagementDimension.COMMUNITY);
        assertThat(now.windowId()).isNotEqualTo(told.windowId());
        assertThat(now.comments()).isZero();
        assertThat(now.late()).isEqualTo(1);
    }

    @Test
    void totalsThatComeBeforeTheirPostCountTheSame() throws Exception {
        Instant evening = NOON.plus(Duration.ofHours(14));
        for (boolean postFirst : List.of(true, false)) {
            try (EngagementHarness read = new EngagementHarness(evening)) {
                if (postFirst) {
                    read.send(post(Change.CREATED, NOON, "Пост"));
                }
                for (int i = 1; i <= 80; i++) {
                    read.send(total(NOON.plusSeconds(600L * i), 1_000 + i, 5, 0));
                }
                if (!postFirst) {
                    read.send(post(Change.CREATED, NOON, "Пост"));
                }
                read.pass(FLUSH);
                assertThat(read.take())
                        .filteredOn(row -> row.size() == EngagementSize.DAY)
                        .filteredOn(row -> row.dimension() == EngagementDimension.COMMUNITY)
                        .as("post first: %s", postFirst)
                        .extracting(EngagementWindow::views, EngagementWindow::likes)
                        .containsExactly(tuple(1_080L, 5L));
            }
        }
    }

    @Test
    void aTotalThatWasCountedAndComesAgainIsNotLate() throws Exception {
        job.send(post(Change.CREATED, NOON, "Пост"));
        job.send(total(NOON.plusSeconds(60), 100, 1, 0));
        job.pass(Duration.ofHours(26));
        job.send(total(NOON.plus(Duration.ofHours(26)), 500, 5, 0));
        job.send(total(NOON.plus(Duration.ofHours(27)), 600, 5, 0));
        job.pass(FLUSH);
        job.take();

        for (int i = 0; i < 5; i++) {
            job.send(total(NOON.plusSeconds(60), 100, 1, 0));
        }
        job.pass(FLUSH);

        assertThat(job.take()).allSatisfy(row -> assertThat(row.late()).isZero());
    }

    @Test
    void aPostThatIsReadAgainEveryDayIsNotLate() throws Exception {
        List<EngagementWindow> rows = new ArrayList<>();
        for (int day = 0; day < 15; day++) {
            job.send(post(Change.CREATED, NOON, "Пост"));
            job.pass(Duration.ofDays(1));
            rows.addAll(job.take());
        }

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.late()).isZero())
                .filteredOn(row -> row.size() == EngagementSize.DAY)
                .filteredOn(row -> row.dimension() == EngagementDimension.COMMUNITY)
                .extracting(EngagementWindow::posts)
                .containsOnly(1);
    }

    @Test
    void aForgottenPagesSubscribersAreNotCountedTwiceWhenItComesBack() throws Exception {
        job.send(new Audience(PAGE, NOON.minusSeconds(3_600), 2_000, null));
        job.send(comment(1, NOON.minusSeconds(60)));
        job.pass(FLUSH);
        assertThat(day(EngagementDimension.PLATFORM).subscribers()).isEqualTo(2_000);

        job.pass(Duration.ofDays(32));
        job.take();
        Instant again = NOON.plus(Duration.ofDays(32));
        job.send(new Audience(PAGE, again, 2_000, null));
        job.send(comment(2, again.plusSeconds(60)));
        job.pass(FLUSH);

        assertThat(day(EngagementDimension.PLATFORM).subscribers()).isEqualTo(2_000);
    }

    @Test
    void whatAPageCountsOfAClosedWindowOfItsAuthorityIsToldAsLate() throws Exception {
        job.send(page("district", 1));
        job.send(comment(1, NOON.minusSeconds(60)));
        job.pass(Duration.ofDays(4));
        job.take();

        job.send(page("vk:-901", "district", 2, "Asia/Yekaterinburg"));
        job.send(comment("vk:-901", "vk:-901_1", 2, NOON.minusSeconds(60)));
        job.pass(FLUSH);

        List<EngagementWindow> rows = job.take();
        assertThat(rows)
                .filteredOn(row -> row.size() == EngagementSize.DAY)
                .filteredOn(row -> row.dimension() == EngagementDimension.AGENCY)
                .extracting(row -> row.comments() + " " + row.late())
                .containsExactly("0 1");
        assertThat(rows)
                .filteredOn(row -> row.size() == EngagementSize.DAY)
                .filteredOn(row -> row.dimension() == EngagementDimension.COMMUNITY)
                .extracting(row -> row.comments() + " " + row.late())
                .containsExactly("1 0");
    }

    @Test
    void anOldAudienceToldAgainAndAgainAddsNothing() {
        Subscribers known = Subscribers.NONE;
        long quarter = Duration.ofMinutes(15).toMillis();
        for (int i = 0; i <= Subscribers.MOST; i++) {
            known = known.with(new Subscribers.Point(i * quarter, 1_000 + i)).bounded();
        }

        assertThat(known.with(new Subscribers.Point(0, 1_000))).isSameAs(known);
    }

    private EngagementWindow day(EngagementDimension dimension) {
        return EngagementFacts.one(job.take(), EngagementSize.DAY, dimension);
    }

    private static Message edited(Message message, Instant at) {
        return new Message(
                message.messageId(),
                message.platform(),
                message.type(),
                message.communityId(),
                message.threadId(),
                message.parentId(),
                message.replyToAuthorId(),
                message.authorId(),
                message.authorKind(),
                message.text() + "!",
                message.attachments(),
                message.url(),
                message.publishedAt(),
                at,
                at,
                Change.EDITED);
    }
}
