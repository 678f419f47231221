package io.otklik.jobs.response;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FindTemplatesTest {

    private static final Duration RETENTION = Duration.ofDays(30);
    private static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    private KeyedOneInputStreamOperatorTestHarness<String, GivenAnswer, TemplateAnswer> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new FindTemplates(RETENTION)),
                        GivenAnswer::template,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void whatSomebodyElseGotBeforeIsATemplate() throws Exception {
        assertThat(found(answer("a", "anna", 1))).isEmpty();
        assertThat(found(answer("b", "boris", 2))).containsExactly("b");
        assertThat(found(answer("c", "anna", 3))).as("Boris got it before").containsExactly("c");
        assertThat(found(answer("b", "boris", 2))).as("told again").isEmpty();
    }

    @Test
    void whatCameLateMakesTemplatesOfLaterOnes() throws Exception {
        assertThat(found(answer("b", "boris", 2))).isEmpty();
        assertThat(found(answer("c", "boris", 3))).isEmpty();
        assertThat(found(answer("a", "anna", 1))).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void oneMessageThatAnswersTwoIsNoTemplate() throws Exception {
        GivenAnswer one = answer("a", "anna", 1);
        GivenAnswer two =
                new GivenAnswer(one.authority(), one.words(), "b", one.answerId(), "boris", at(2));

        assertThat(found(one)).isEmpty();
        assertThat(found(two)).isEmpty();
    }

    @Test
    void anotherAuthorityHasTemplatesOfItsOwn() throws Exception {
        GivenAnswer one = answer("a", "anna", 1);
        assertThat(found(one)).isEmpty();
        assertThat(found(new GivenAnswer("other", one.words(), "b", "answer-b", "boris", at(2))))
                .isEmpty();
    }

    @Test
    void stateIsBoundedAndGoes() throws Exception {
        for (int i = 0; i < 3 * TemplateUses.MOST; i++) {
            found(answer("appeal-" + i, "author-" + i, i));
        }
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);

        harness.setProcessingTime(RETENTION.dividedBy(2).toMillis());
        found(answer("late", "author-late", 10_000));
        harness.setProcessingTime(RETENTION.toMillis());
        assertThat(harness.numKeyedStateEntries()).as("used since").isEqualTo(1);

        harness.setProcessingTime(RETENTION.multipliedBy(2).toMillis());
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    private List<String> found(GivenAnswer answer) throws Exception {
        harness.processElement(new StreamRecord<>(answer));
        List<String> found =
                harness.extractOutputValues().stream().map(TemplateAnswer::appealId).toList();
        harness.getOutput().clear();
        return found;
    }

    private static GivenAnswer answer(String appealId, String authorId, int minute) {
        return new GivenAnswer("city", 42, appealId, "answer-" + appealId, authorId, at(minute));
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
