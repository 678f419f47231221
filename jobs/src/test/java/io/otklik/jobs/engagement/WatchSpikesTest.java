package io.otklik.jobs.engagement;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.Community;
import io.otklik.schemas.Platform;
import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** When alerts about spikes are raised, what they tell, and when they and the state go. */
class WatchSpikesTest {

    private static final String PAGE = "vk:-900";
    private static final String POST = "vk:-900_10";
    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final long SECOND = 1_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** Friday, 10:00: four quiet days are behind. */
    private static final long TEN = START + 4 * 24 * HOUR + 10 * HOUR;

    private SpikeHarness job;

    @BeforeEach
    void open() throws Exception {
        job = new SpikeHarness();
    }

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    @Test
    void aPostThatIsMetUnusuallyRaisesAnAlertWithinTheMinuteAndClearsItWhenItIsOver()
            throws Exception {
        job.send(PageFact.of(page()));
        quietUntil(TEN);
        spike(POST, TEN, 2);

        Alert raised = single(job.take());
        // The twelfth reaction came in the 23rd second.
        assertThat(raised.raisedAt()).isEqualTo(Instant.ofEpochMilli(TEN + 30 * SECOND));
        assertThat(raised.kind()).isEqualTo(AlertKind.ENGAGEMENT_SPIKE);
        assertThat(raised.alertId()).isEqualTo(POST + "|ENGAGEMENT_SPIKE|2026-03-06T10:00:30Z");
        assertThat(raised.subjectId()).isEqualTo(POST);
        assertThat(raised.communityName()).isEqualTo("Заречный");
        assertThat(raised.agencyId()).isEqualTo("district");
        assertThat(raised.url()).isEqualTo("https://vk.com/wall-900_10");
        assertThat(raised.urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(raised.text()).isEqualTo("Реакций за 1 мин: 15; обычно в это время: 0,1.");
        assertThat(raised.clearedAt()).isNull();

        job.watermark(TEN + HOUR);

        Alert cleared = single(job.take());
        assertThat(cleared.alertId()).isEqualTo(raised.alertId());
        assertThat(cleared.version()).isGreaterThan(raised.version());
        // From then on the quarter of an hour has half of the sixty that make a spike.
        assertThat(cleared.clearedAt()).isEqualTo(Instant.ofEpochMilli(TEN + 16 * MINUTE));
    }

    @Test
    void reactionsToManyPostsAreASpikeOfThePage() throws Exception {
        quietUntil(TEN);
        for (int i = 0; i < 40; i++) {
            job.react(PAGE, PAGE + '_' + i, TEN + i * SECOND, 1);
        }
        job.watermark(TEN + MINUTE);

        Alert raised = single(job.take());
        assertThat(raised.subjectId()).isEqualTo(PAGE);
        assertThat(raised.communityName()).isNull();
    }

    @Test
    void theSameReactionsInAnyOrderRaiseTheSameAlert() throws Exception {
        quietUntil(TEN);
        for (long at = TEN + 2 * MINUTE - 2 * SECOND; at >= TEN; at -= 2 * SECOND) {
            job.react(PAGE, POST, at, 1);
        }
        job.watermark(TEN + 2 * MINUTE);

        assertThat(single(job.take()).raisedAt())
                .isEqualTo(Instant.ofEpochMilli(TEN + 30 * SECOND));
    }

    @Test
    void aPageThatIsNotKnownLongEnoughHasNoSpikes() throws Exception {
        job.react(PAGE, POST, TEN - 2 * 24 * HOUR, 1);
        spike(POST, TEN, 5);
        job.watermark(TEN + HOUR);

        assertThat(job.take()).isEmpty();
    }

    @Test
    void anOldReactionDoesNotMakeANewPageKnown() throws Exception {
        job.watermark(TEN - MINUTE);
        job.react(PAGE, POST, TEN - 15 * 24 * HOUR, 1);
        job.send(criticism("old", TEN - 15 * 24 * HOUR, true));
        spike(POST, TEN, 5);
        job.watermark(TEN + HOUR);

        assertThat(job.take()).isEmpty();
    }

    @Test
    void aPageThatIsReplayedFromItsBeginningIsKnownSinceThen() throws Exception {
        job.watermark(START - HOUR);
        job.react(PAGE, POST, START - 2 * HOUR, 1);
        quietUntil(TEN);
        spike(POST, TEN, 2);

        assertThat(job.take()).hasSize(1);
    }

    @Test
    void whatThePageIsUsedToEveryDayIsNoSpike() throws Exception {
        for (long day = START; day < TEN; day += 24 * HOUR) {
            // At another hour each day.
            spike(POST + day, day + (9 + day / 24 / HOUR % 5) * HOUR, 2);
        }

        assertThat(job.take()).isEmpty();
        spike(POST, TEN + 9 * HOUR, 12);
        job.watermark(TEN + 10 * HOUR);
        assertThat(job.take()).isNotEmpty();
    }

    @Test
    void aTotalThatTellsOfHoursIsNoSpike() throws Exception {
        quietUntil(TEN);
        job.send(SpikeHarness.reactions(PAGE, POST, TEN - 12 * HOUR, TEN + MINUTE, 300));
        job.watermark(TEN + HOUR);
        assertThat(job.take()).isEmpty();

        job.send(SpikeHarness.reactions(PAGE, POST, TEN + HOUR, TEN + HOUR + 10 * MINUTE, 300));
        job.watermark(TEN + 2 * HOUR);
        assertThat(job.take()).extracting(Alert::subjectId).contains(POST);
    }

    @Test
    void criticismWithoutAnswerMakesAnAlertUrgentUntilItIsAnswered() throws Exception {
        quietUntil(TEN);
        job.send(criticism("a", TEN, true));
        job.send(criticism("b", TEN + 10 * SECOND, true));
        job.send(criticism("old", TEN - 2 * HOUR, true));
        spike(POST, TEN, 2);

        Alert raised = single(job.take());
        assertThat(raised.urgency()).isEqualTo(Urgency.HIGH);
        assertThat(raised.text())
                .isEqualTo(
                        "Растёт критика без ответа, новых обращений: 2."
                                + " Реакций за 1 мин: 15; обычно в это время: 0,1.");

        job.send(criticism("b", TEN + 10 * SECOND, false));
        job.watermark(TEN + 5 * MINUTE);

        Alert answered = single(job.take());
        assertThat(answered.alertId()).isEqualTo(raised.alertId());
        assertThat(answered.urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(answered.text()).isEqualTo("Реакций за 1 мин: 15; обычно в это время: 0,1.");
        assertThat(answered.clearedAt()).isNull();
    }

    @Test
    void theEndOfBoundedInputRaisesWhatIsSeenAndEndsNothing() throws Exception {
        quietUntil(TEN);
        for (int i = 0; i < 30; i++) {
            job.react(PAGE, POST, TEN + i * SECOND, 1);
        }
        job.watermark(Long.MAX_VALUE);

        assertThat(single(job.take()).clearedAt()).isNull();
    }

    @Test
    void nothingIsLeftOfAPageThatIsSilentForFiveWeeks() throws Exception {
        quietUntil(TEN);
        job.send(criticism("a", TEN, true));
        spike(POST, TEN, 2);
        assertThat(job.stateEntries()).isGreaterThan(3);
        assertThat(job.timers()).isPositive();

        job.watermark(TEN + WatchSpikes.KEPT.toMillis() - MINUTE);
        assertThat(job.stateEntries()).isPositive();
        job.watermark(TEN + WatchSpikes.KEPT.plusDays(5).toMillis());

        assertThat(job.stateEntries()).isZero();
        assertThat(job.timers()).isZero();
    }

    /** One reaction every ten minutes. */
    private void quietUntil(long end) throws Exception {
        for (long at = START; at < end; at += 10 * MINUTE) {
            job.react(PAGE, PAGE + "_1", at, 1);
            job.watermark(at);
        }
        assertThat(job.take()).isEmpty();
    }

    /** One reaction every two seconds. */
    private void spike(String post, long from, int minutes) throws Exception {
        for (long at = from; at < from + minutes * MINUTE; at += 2 * SECOND) {
            job.react(PAGE, post, at, 1);
        }
        job.watermark(from + minutes * MINUTE);
    }

    private static PageFact criticism(String id, long at, boolean unanswered) {
        return PageFact.of(new Criticism(id, PAGE, POST, at, unanswered));
    }

    private static Alert single(List<Alert> alerts) {
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }

    private static Community page() {
        return new Community(
                PAGE,
                Platform.VK,
                "https://vk.com/zarechny",
                "Заречный",
                "district",
                "Администрация",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Instant.ofEpochMilli(START).minus(Duration.ofDays(1)));
    }
}
