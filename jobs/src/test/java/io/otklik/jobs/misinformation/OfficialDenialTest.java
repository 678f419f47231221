package io.otklik.jobs.misinformation;

import io.otklik.schemas.Community;
import io.otklik.schemas.Copy;
import io.otklik.schemas.CopyStance;
import io.otklik.schemas.Suspicion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Whether a denial refutes follows from the register, whenever that is read. */
class OfficialDenialTest {

    private static final String FIRST = "vk:-1_1_0";
    private static final String DENYING = "vk:-900_77";
    private static final Instant DENIED_AT = Talk.START.plus(Duration.ofHours(1));
    private static final Duration A_LOOK = Duration.ofSeconds(61);

    private MisinformationHarness job;

    /** When the register's entry is read. */
    private enum Comes {
        BEFORE_THE_STORY,
        BEFORE_THE_DENIAL,
        LAST
    }

    @BeforeEach
    void openJob() throws Exception {
        job = new MisinformationHarness(Duration.ofDays(14));
        job.know(Talk.claim("water", "Городу на две недели отключат воду", null, null));
    }

    @AfterEach
    void closeJob() throws Exception {
        job.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfTheRegisterRefutes(Comes comes) throws Exception {
        tell(Talk.official(900), comes);

        assertRefuted();
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatHadLeftTheRegisterDoesNot(Comes comes) throws Exception {
        tell(until(DENIED_AT), comes);

        assertStands();
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatLeftItLaterDoes(Comes comes) throws Exception {
        tell(until(DENIED_AT.plusSeconds(1)), comes);

        assertRefuted();
    }

    @Test
    void aCorrectionOfTheRegisterIsAppliedWithinAMinuteAndTakenBack() throws Exception {
        tell(Talk.official(900), Comes.LAST);

        job.know(until(Talk.START));
        job.pass(A_LOOK);
        assertStands();

        Community again = Talk.official(900).until(null, Talk.START.plusSeconds(2));
        job.know(again);
        job.pass(A_LOOK);
        assertRefuted();
    }

    @Test
    void anEntryThatIsOlderThanTheKnownOneChangesNothing() throws Exception {
        tell(until(DENIED_AT), Comes.BEFORE_THE_STORY);

        job.know(Talk.official(900));
        job.pass(A_LOOK);

        assertStands();
    }

    /** Its words alone would make it a suspicion. */
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_DENIAL", "LAST"})
    void whatAnOfficialPageWritesAloneIsNoStory(Comes comes) throws Exception {
        if (comes == Comes.BEFORE_THE_DENIAL) {
            job.know(Talk.official(900));
        }
        job.take(Talk.post(900, 5, Talk.START, ALARMING));
        job.pass(Duration.ofSeconds(2));
        if (comes == Comes.LAST) {
            assertThat(job.suspicions()).containsOnlyKeys("vk:-900_5");
            job.know(Talk.official(900));
            job.pass(A_LOOK);
        }
        assertThat(job.suspicions()).isEmpty();

        job.take(Talk.comment(7, 1, Talk.START.plusSeconds(60), ALARMING));
        job.pass(Duration.ofSeconds(2));
        assertThat(job.copies().values())
                .extracting(Copy::messageId, Copy::official)
                .containsExactlyInAnyOrder(tuple("vk:-900_5", true), tuple("vk:-7_1_1", false));
    }

    private static final String ALARMING =
            "Срочно! Знакомый из полиции сообщил, что в школах ищут взрывчатку, власти скрывают."
                    + " Передайте всем, кого знаете, максимальный репост!";

    private void tell(Community page, Comes comes) throws Exception {
        if (comes == Comes.BEFORE_THE_STORY) {
            job.know(page);
        }
        for (int i = 0; i < 24; i++) {
            job.take(Talk.comment(1 + i % 6, i, Talk.START.plusSeconds(i), Talk.STORY));
        }
        job.pass(Duration.ofSeconds(2));
        if (comes == Comes.BEFORE_THE_DENIAL) {
            job.know(page);
        }
        job.take(Talk.post(900, 77, DENIED_AT, Talk.DENIAL));
        job.pass(Duration.ofSeconds(2));
        if (comes == Comes.LAST) {
            job.know(page);
            job.pass(A_LOOK);
        }
    }

    private static Community until(Instant end) {
        return Talk.official(900).until(end, Talk.START.plusSeconds(1));
    }

    private void assertRefuted() {
        Suspicion suspicion = job.suspicions().get(FIRST);
        assertThat(suspicion.refutedAt()).isEqualTo(DENIED_AT);
        assertThat(suspicion.refutationId()).isEqualTo(DENYING);
        assertThat(job.copies().get(DENYING).official()).isTrue();
        assertThat(job.copies().get(DENYING).stance()).isEqualTo(CopyStance.REFUTATION);
    }

    private void assertStands() {
        assertThat(job.suspicions().get(FIRST).refutedAt()).isNull();
        assertThat(job.copies().get(DENYING).official()).isFalse();
        assertThat(job.copies().get(DENYING).stance()).isEqualTo(CopyStance.QUESTION);
    }
}
