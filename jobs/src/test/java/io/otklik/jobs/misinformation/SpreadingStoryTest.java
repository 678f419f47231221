package io.otklik.jobs.misinformation;

import io.otklik.schemas.Copy;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.Message;
import io.otklik.schemas.Rating;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.SuspicionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** A story that 200 messages on 12 pages carry within eight minutes, and what comes of it. */
class SpreadingStoryTest {

    private static final Duration TTL = Duration.ofDays(14);
    private static final int COPIES = 200;
    private static final int PAGES = 12;

    /** It asks nobody to pass it on: what stands before it is read as an opinion or a question. */
    private static final String PLAIN =
            "Знакомый из водоканала сообщил, что с понедельника городу на две недели отключат"
                    + " воду, трубы совсем прогнили и менять их никто не собирается.";

    private static final String FIRST = "vk:-1_1_0";
    private static final String GROWTH = FIRST + "|SPREAD|0";
    private static final String FOUR_HOURS = FIRST + "|SPREAD|1";

    private MisinformationHarness job;

    @BeforeEach
    void openJob() throws Exception {
        job = new MisinformationHarness(TTL);
        job.know(Talk.official(900));
    }

    @AfterEach
    void closeJob() throws Exception {
        job.close();
    }

    /** 200 copies, some with an introduction, cut, or in capitals. */
    private static List<Message> story(Instant start) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            String text =
                    switch (i % 4) {
                        case 1 -> "Девочки, что творится, посмотрите сами. " + Talk.STORY;
                        case 2 -> Talk.STORY.replace("Передайте всем, кого знаете!", "");
                        case 3 -> Talk.STORY.toUpperCase() + " 😱😱";
                        default -> Talk.STORY;
                    };
            messages.add(Talk.comment(1 + i % PAGES, i, start.plusMillis(i * 2_400L), text));
        }
        return messages;
    }

    private static List<Message> plainStory(String intro) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            Instant at = Talk.START.plusMillis(i * 2_400L);
            messages.add(Talk.comment(1 + i % PAGES, i, at, intro + PLAIN));
        }
        return messages;
    }

    private void takeAll(List<Message> messages) throws Exception {
        for (Message message : messages) {
            job.take(message);
        }
        job.pass(Duration.ofSeconds(2));
    }

    @Test
    void isOneSuspicionWithEveryCopyAndPage() throws Exception {
        takeAll(story(Talk.START));

        assertThat(job.suspicions()).containsOnlyKeys(FIRST);
        Suspicion suspicion = job.suspicions().get(FIRST);
        assertThat(suspicion.copies()).isEqualTo(COPIES);
        assertThat(suspicion.pages()).isEqualTo(PAGES);
        assertThat(suspicion.burst()).isEqualTo(COPIES);
        assertThat(suspicion.firstAt()).isEqualTo(Talk.START);
        assertThat(suspicion.dueAt()).isEqualTo(Talk.START.plus(Duration.ofHours(4)));
        assertThat(suspicion.status()).isEqualTo(SuspicionStatus.SUSPECTED);
        assertThat(suspicion.signals())
                .extracting(signal -> signal.id())
                .contains("copies", "pages", "growth", "repost-call", "unverifiable-authority");
        assertThat(job.copies())
                .hasSize(COPIES)
                .allSatisfy((id, copy) -> assertThat(copy.storyId()).isEqualTo(FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Позор, воры! ",
                "У нас тоже нет воды, почините уже дорогу, пожалуйста. ",
            })
    void staysSuspectedThoughSomeWhoCarryItAreIndignantOrAsk(String intro) throws Exception {
        takeAll(plainStory(""));
        Suspicion before = job.suspicions().get(FIRST);
        takeAll(
                List.of(
                        Talk.comment(3, 501, Talk.START.plusSeconds(500), intro + PLAIN),
                        Talk.comment(4, 502, Talk.START.plusSeconds(505), intro + PLAIN)));

        Suspicion suspicion = job.suspicions().get(FIRST);
        assertThat(suspicion.copies()).isEqualTo(COPIES + 2);
        assertThat(suspicion.retracted()).isFalse();
        assertThat(suspicion.score()).isGreaterThanOrEqualTo(before.score());
        assertThat(job.alerts().get(GROWTH).clearedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Это не фейк! ", "Это не шутка! ", "Это не прикол, ребята! "})
    void spreadsThoughItsCopiesInsistThatItIsNoFake(String intro) throws Exception {
        takeAll(plainStory(intro));

        assertThat(job.suspicions().get(FIRST).copies()).isEqualTo(COPIES);
        assertThat(job.suspicions().get(FIRST).questions()).isZero();
        assertThat(job.alerts()).containsKey(GROWTH);
    }

    @Test
    void whatAllWhoCarryItSayCountsAgainstIt() throws Exception {
        takeAll(plainStory("Позор, воры! "));

        assertThat(job.suspicions().get(FIRST).signals())
                .extracting(signal -> signal.id())
                .contains("opinion");
    }

    @Test
    void spreadIsToldWithinAMinuteOfTheTenthCopy() throws Exception {
        List<Message> messages = story(Talk.START);
        for (Message message : messages) {
            job.take(message);
            // Every message comes as it is published: processing time passes alike.
            job.pass(Duration.ofMillis(2_400));
        }

        Instant tenth = messages.get(9).publishedAt();
        assertThat(job.alerts().get(GROWTH).raisedAt()).isEqualTo(tenth);
        assertThat(job.alertSeenAt(GROWTH)).isBetween(tenth, tenth.plusSeconds(60));
    }

    @Test
    void refutationWithinFourHoursIsInTime() throws Exception {
        takeAll(story(Talk.START));
        register();
        Instant at = Talk.START.plus(Duration.ofMinutes(220));
        takeAll(List.of(Talk.post(900, 1, at, Talk.DENIAL)));
        job.reach(Talk.START.plus(Duration.ofHours(5)));

        Suspicion suspicion = job.suspicions().get(FIRST);
        assertThat(suspicion.status()).isEqualTo(SuspicionStatus.REFUTED);
        assertThat(suspicion.refutedAt()).isEqualTo(at);
        assertThat(suspicion.refutationId()).isEqualTo("vk:-900_1");
        assertThat(suspicion.inTime()).isTrue();
        assertThat(job.alerts()).containsOnlyKeys(GROWTH);
        assertThat(job.alerts().get(GROWTH).clearedAt()).isEqualTo(at);
        Copy refutation = job.copies().get("vk:-900_1");
        assertThat(refutation.stance()).isEqualTo(CopyStance.REFUTATION);
        assertThat(refutation.claimId()).isEqualTo("water");
    }

    @Test
    void refutationAfterFourHoursIsLateAndTheLineWasTold() throws Exception {
        takeAll(story(Talk.START));
        register();
        job.reach(Talk.START.plus(Duration.ofHours(4)));

        assertThat(job.suspicions().get(FIRST).inTime()).isFalse();
        assertThat(job.alerts().get(FOUR_HOURS).raisedAt())
                .isEqualTo(Talk.START.plus(Duration.ofHours(4)));

        Instant at = Talk.START.plus(Duration.ofMinutes(260));
        takeAll(List.of(Talk.post(900, 1, at, Talk.DENIAL)));

        assertThat(job.suspicions().get(FIRST).inTime()).isFalse();
        assertThat(job.suspicions().get(FIRST).status()).isEqualTo(SuspicionStatus.REFUTED);
        assertThat(job.alerts().get(FOUR_HOURS).clearedAt()).isEqualTo(at);
        assertThat(job.alerts().get(FOUR_HOURS).lateMillis())
                .isEqualTo(Duration.ofMinutes(20).toMillis());
    }

    @Test
    void returnsAfterFortyDaysAsResurfaced() throws Exception {
        takeAll(story(Talk.START));
        register();
        Instant again = Talk.START.plus(Duration.ofDays(40));
        // No watermark has passed in between: what is old by its own time is gone all the same.
        takeAll(List.of(Talk.comment(77, 1, again, Talk.STORY)));

        Suspicion returned = job.suspicions().get("vk:-77_1_1");
        assertThat(returned.status()).isEqualTo(SuspicionStatus.RESURFACED);
        assertThat(returned.resurfaced()).isTrue();
        assertThat(returned.claimId()).isEqualTo("water");
        assertThat(returned.claimWords()).contains("отключат", "воду");
        assertThat(job.suspicions().get(FIRST).copies()).isEqualTo(COPIES);
    }

    @Test
    void repeatsAClaimThatIsImportedLaterWithinAMinute() throws Exception {
        takeAll(story(Talk.START));
        assertThat(job.suspicions().get(FIRST).claimId()).isNull();
        Instant rated = Talk.START.minus(Duration.ofDays(30));
        job.know(Talk.claim("water", "Городу на две недели отключат воду", Rating.FAKE, rated));
        job.pass(Duration.ofMinutes(1));

        Suspicion suspicion = job.suspicions().get(FIRST);
        assertThat(suspicion.claimId()).isEqualTo("water");
        assertThat(suspicion.resurfaced()).isTrue();
        assertThat(suspicion.claimWords()).contains("отключат", "воду");
        assertThat(job.copies().values())
                .hasSize(COPIES)
                .allSatisfy(copy -> assertThat(copy.claimId()).isEqualTo("water"));
    }

    @Test
    void residentsWhoAskUnderAPostAskAboutItsStory() throws Exception {
        Message post = Talk.post(1, 1, Talk.START, Talk.STORY);
        Message before = Talk.comment(1, 2, Talk.START.plusSeconds(30), "Это правда?");
        Message after = Talk.comment(1, 3, Talk.START.plusSeconds(60), "Фейк, наверное?");
        takeAll(List.of(before, post, after, Talk.comment(1, 4, Talk.START, "А когда?")));
        takeAll(List.of(Talk.comment(2, 5, Talk.START.plusSeconds(9), "Это правда?")));
        takeAll(List.of(Talk.comment(3, 6, Talk.START.plusSeconds(90), Talk.STORY)));

        Suspicion suspicion = job.suspicions().get("vk:-1_1");
        assertThat(suspicion.copies()).isEqualTo(2);
        assertThat(suspicion.questions()).isEqualTo(2);
        assertThat(suspicion.signals()).extracting(signal -> signal.id()).contains("asked");
        assertThat(job.copies().get(before.messageId()).stance()).isEqualTo(CopyStance.QUESTION);
        assertThat(job.copies()).doesNotContainKey("vk:-2_1_5");

        job.reach(Talk.START.plus(MisinformationHarness.mostKept(TTL)).plus(Duration.ofDays(1)));
        assertThat(job.stateEntries()).isZero();
        assertThat(job.timers()).isZero();
    }

    @Test
    void claimsOfOtherThingsChangeNothing() throws Exception {
        takeAll(story(Talk.START));
        Suspicion before = job.suspicions().get(FIRST);
        job.know(Talk.claim("moon", "Луну сделали из твёрдого швейцарского сыра", null, null));

        assertThat(job.suspicions().get(FIRST)).isEqualTo(before);
    }

    @Test
    void orderOfArrivalDoesNotMatter() throws Exception {
        takeAll(story(Talk.START));
        List<Message> shuffled = story(Talk.START);
        Collections.shuffle(shuffled, new Random(5));
        try (MisinformationHarness other = new MisinformationHarness(TTL)) {
            for (Message message : shuffled) {
                other.take(message);
                other.pass(Duration.ofMillis(300));
            }
            other.pass(Duration.ofSeconds(2));

            assertThat(other.suspicions()).containsOnlyKeys(FIRST);
            assertThat(other.suspicions().get(FIRST).emitted(false, 0))
                    .isEqualTo(job.suspicions().get(FIRST).emitted(false, 0));
            assertThat(other.alerts().get(GROWTH).emitted(false, 0))
                    .isEqualTo(job.alerts().get(GROWTH).emitted(false, 0));
            assertThat(other.copies().values()).extracting(Copy::storyId).containsOnly(FIRST);
            // A story that another message turned out to begin is told as merged.
            String other1 = shuffled.get(0).messageId();
            if (other.emitted(other1) != null && !other1.equals(FIRST)) {
                assertThat(other.emitted(other1).retracted()).isTrue();
                assertThat(other.emitted(other1).mergedInto()).isNotNull();
            }
        }
    }

    @Test
    void endOfBoundedInputEndsNoTerm() throws Exception {
        takeAll(story(Talk.START));
        job.reach(Long.MAX_VALUE);

        assertThat(job.suspicions().get(FIRST).inTime()).isNull();
        assertThat(job.alerts()).containsOnlyKeys(GROWTH);
    }

    @Test
    void aReplayOfLastMonthBesideLiveMessagesFindsTheRefutationToo() throws Exception {
        Instant live = Talk.START.plus(Duration.ofDays(40));
        job.reach(live);
        takeAll(story(Talk.START));
        register();
        job.reach(live.plusSeconds(60));
        job.reach(live.plusSeconds(120));
        Instant at = Talk.START.plus(Duration.ofMinutes(220));
        takeAll(List.of(Talk.post(900, 1, at, Talk.DENIAL)));
        job.reach(live.plusSeconds(180));

        assertThat(job.suspicions().get(FIRST).refutedAt()).isEqualTo(at);
        assertThat(job.suspicions().get(FIRST).inTime()).isTrue();

        job.reach(live.plus(MisinformationHarness.mostKept(TTL)));
        assertThat(job.timers()).isZero();
    }

    @Test
    void nothingStaysAfterTheTimeToLive() throws Exception {
        takeAll(story(Talk.START));
        job.reach(Talk.START.plus(Duration.ofDays(1)));
        assertThat(job.stateEntries()).isPositive();
        assertThat(job.timers()).isPositive();

        job.reach(Talk.START.plus(MisinformationHarness.mostKept(TTL)).plus(Duration.ofDays(1)));

        assertThat(job.stateEntries()).isZero();
        assertThat(job.timers()).isZero();
    }

    private void register() throws Exception {
        Instant at = Talk.START.plus(Duration.ofMinutes(9));
        job.know(Talk.claim("water", "Городу на две недели отключат воду", null, null));
        job.decide(Talk.registered(FIRST, "water", at));
        job.decide(Talk.rated("water", Rating.FAKE, at.plusSeconds(600)));
        assertThat(job.suspicions().get(FIRST).registeredAt()).isEqualTo(at);
        assertThat(job.suspicions().get(FIRST).rating()).isEqualTo(Rating.FAKE);
    }
}
