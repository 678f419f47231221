package io.otklik.jobs.misinformation;

import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.SuspicionSignal;
import io.otklik.similarity.signal.SignalBook;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** Another book of signals while the job runs. */
class SignalBookReloadTest {

    private static final Duration TTL = Duration.ofDays(14);
    private static final String FIRST = "vk:-1_1_0";
    private static final String FOUR_HOURS = FIRST + "|SPREAD|1";
    private static final Instant LATER = Talk.START.plus(Duration.ofHours(1));

    private MisinformationHarness job;

    @BeforeEach
    void tellAStory() throws Exception {
        job = new MisinformationHarness(TTL);
        tell(12);
        assertThat(job.suspicions()).containsOnlyKeys(FIRST);
        assertThat(weight("repost-call")).isEqualTo(1.9);
    }

    @AfterEach
    void closeJob() throws Exception {
        job.close();
    }

    @Test
    void weighsWhatWasToldAtOnce() throws Exception {
        double before = job.suspicions().get(FIRST).score();
        job.know(book("weight: 1.9", "weight: 0.4", LATER));

        assertThat(weight("repost-call")).isEqualTo(0.4);
        assertThat(job.suspicions().get(FIRST).score()).isLessThan(before);
    }

    @Test
    void takesBackWhatIsNoSuspicionAnyMore() throws Exception {
        job.know(book("threshold: 0.5", "threshold: 0.999", LATER));

        assertThat(job.suspicions()).isEmpty();
        assertThat(job.emitted(FIRST).retracted()).isTrue();
    }

    @Test
    void saysAnewWhenAStorySpreadsOnceItIsToldAgain() throws Exception {
        assertThat(job.alerts()).containsKey(FIRST + "|SPREAD|0");
        job.know(book("copies: 10, pages: 3", "copies: 100, pages: 3", LATER));
        tell(13);

        assertThat(job.alerts()).doesNotContainKey(FIRST + "|SPREAD|0");
    }

    @Test
    void givesMoreTimeForARefutation() throws Exception {
        job.know(book("refute-within-hours: 4", "refute-within-hours: 6", LATER));
        job.reach(Talk.START.plus(Duration.ofHours(5)));
        assertThat(job.alerts()).doesNotContainKey(FOUR_HOURS);

        job.reach(Talk.START.plus(Duration.ofHours(6)));
        assertThat(job.alerts().get(FOUR_HOURS).raisedAt())
                .isEqualTo(Talk.START.plus(Duration.ofHours(6)));
    }

    @Test
    void givesLessTimeAndTellsAtOnceWhatIsOver() throws Exception {
        job.reach(Talk.START.plus(Duration.ofHours(3)));
        job.know(book("refute-within-hours: 4", "refute-within-hours: 2", LATER));

        assertThat(job.alerts().get(FOUR_HOURS).raisedAt())
                .isEqualTo(Talk.START.plus(Duration.ofHours(2)));
    }

    @Test
    void isRefusedIfItIsFaultyOlderOrMovesSignals() throws Exception {
        job.know(book("weight: 1.9", "weight: 0.4", LATER));
        job.know(book("weight: 1.9", "weight: much", LATER.plusSeconds(1)));
        job.know(book("weight: 1.9", "weight: 3", Talk.START));
        job.know(book("id: repost-call", "id: pass-it-on", LATER.plusSeconds(2)));
        job.know(new RuleBookVersion(RuleBookVersion.MESSAGES, "1", "no book", LATER));
        tell(13);

        assertThat(weight("repost-call")).isEqualTo(0.4);
    }

    @Test
    void isInForceAfterARestart() throws Exception {
        OperatorSubtaskState state;
        try (var before = MisinformationHarness.followClaim(Age.of(TTL))) {
            before.open();
            before.processElement2(
                    new StreamRecord<>(
                            Reference.of(book("threshold: 0.5", "threshold: 0.999", LATER))));
            state = before.snapshot(1, 1);
        }
        try (var after = MisinformationHarness.followClaim(Age.of(TTL))) {
            after.initializeState(state);
            after.open();
            after.processElement1(new StreamRecord<>(SubjectFact.of(told())));

            assertThat(after.extractOutputValues()).isEmpty();
        }
        try (var bundled = MisinformationHarness.followClaim(Age.of(TTL))) {
            bundled.open();
            bundled.processElement1(new StreamRecord<>(SubjectFact.of(told())));

            assertThat(bundled.extractOutputValues()).hasSize(1);
        }
    }

    private StoryTold told() {
        return job.stories().get(job.stories().size() - 1);
    }

    private void tell(int copies) throws Exception {
        for (int i = 0; i < copies; i++) {
            job.take(Talk.comment(1 + i % 5, i, Talk.START.plusSeconds(i * 20L), Talk.STORY));
        }
        job.pass(Duration.ofSeconds(2));
    }

    private double weight(String signal) {
        return job.suspicions().get(FIRST).signals().stream()
                .filter(spoken -> spoken.id().equals(signal))
                .mapToDouble(SuspicionSignal::weight)
                .findFirst()
                .orElseThrow();
    }

    private static RuleBookVersion book(String written, String instead, Instant at) {
        assertThat(SignalBook.bundledYaml()).contains(written);
        return Talk.signals(SignalBook.bundledYaml().replace(written, instead), at);
    }
}
