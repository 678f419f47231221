package io.otklik.jobs.misinformation;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Rating;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** When a story that spreads is an alert, and what ends it. */
class SpreadAlertTest {

    private static final String FIRST = "vk:-1_1_1";
    private static final String GROWTH = FIRST + "|SPREAD|0";
    private static final String FOUR_HOURS = FIRST + "|SPREAD|1";
    private static final Instant DENIED_AT = Talk.START.plusSeconds(600);
    private static final Instant SPREADS_FROM = Talk.START.plusSeconds(5_400);

    private MisinformationHarness job;

    @BeforeEach
    void openJob() throws Exception {
        job = new MisinformationHarness(Duration.ofDays(14));
        job.know(Talk.official(900));
        job.know(Talk.claim("water", "Городу на две недели отключат воду", null, null));
    }

    @AfterEach
    void closeJob() throws Exception {
        job.close();
    }

    @Test
    void aStoryThatSpreadsAfterARefutationIsAnAlertUntilTheNextOne() throws Exception {
        begin();
        deny(3, DENIED_AT);
        spread();

        Alert growth = job.alerts().get(GROWTH);
        assertThat(growth.raisedAt()).isAfter(SPREADS_FROM);
        assertThat(growth.clearedAt()).isNull();
        assertThat(job.suspicions().get(FIRST).refutedAt()).isEqualTo(DENIED_AT);

        Instant again = SPREADS_FROM.plusSeconds(1_800);
        deny(4, again);

        assertThat(job.alerts().get(GROWTH).clearedAt()).isEqualTo(again);
        job.reach(Talk.START.plus(Duration.ofHours(5)));
        assertThat(job.alerts()).containsOnlyKeys(GROWTH);
    }

    @Test
    void aStoryThatWasFoundTrueBeforeItSpreadsIsNone() throws Exception {
        begin();
        job.decide(Talk.registered(FIRST, "water", DENIED_AT));
        job.decide(Talk.rated("water", Rating.TRUE, DENIED_AT.plusSeconds(60)));
        spread();

        assertThat(job.suspicions().get(FIRST).copies()).isEqualTo(302);
        assertThat(job.alerts()).isEmpty();
    }

    @Test
    void anExcerptEndsWithAWholeCharacter() throws Exception {
        String filled = Talk.STORY + "!".repeat(399 - Talk.STORY.length());
        for (int i = 0; i < 12; i++) {
            Instant at = Talk.START.plusSeconds(i * 10L);
            job.take(Talk.comment(1 + i, 1, at, filled + "😱😱 передайте"));
        }
        job.pass(Duration.ofSeconds(2));

        assertThat(job.suspicions().get(FIRST).text()).isEqualTo(filled + "…");
        assertThat(job.alerts().get(GROWTH).text()).isEqualTo(filled + "…");
    }

    private void begin() throws Exception {
        job.take(Talk.comment(1, 1, Talk.START, Talk.STORY));
        job.take(Talk.comment(2, 2, Talk.START.plusSeconds(5), Talk.STORY));
        job.pass(Duration.ofSeconds(2));
    }

    private void deny(int number, Instant at) throws Exception {
        job.take(Talk.post(900, number, at, Talk.DENIAL));
        job.pass(Duration.ofSeconds(2));
    }

    private void spread() throws Exception {
        for (int i = 0; i < 300; i++) {
            Instant at = SPREADS_FROM.plusSeconds(i);
            job.take(Talk.comment(3 + i % 40, 100 + i, at, Talk.STORY));
        }
        job.pass(Duration.ofSeconds(2));
        job.reach(SPREADS_FROM.plusSeconds(600));
    }
}
