package io.otklik.jobs.normalize;

import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

import static org.assertj.core.api.Assertions.assertThat;

class ResolveTelegramThreadsTest {

    private static final String THREAD = "telegram:-100777_50";
    private static final ThreadLink LINK =
            new ThreadLink(THREAD, "telegram:-100123", "telegram:-100123_9", null);
    private static final Duration WAIT = Duration.ofMinutes(10);

    private KeyedOneInputStreamOperatorTestHarness<String, PlatformEvent, Message> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(new ResolveTelegramThreads(WAIT, Duration.ofDays(180)));
        harness.open();
        harness.setProcessingTime(1);
        harness.setStateTtlProcessingTime(1);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, PlatformEvent, Message> harness(
            KeyedProcessFunction<String, PlatformEvent, Message> function) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(function),
                ResolveTelegramThreads::threadOf,
                Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aCommentAfterTheCopyStandsUnderThePost() throws Exception {
        process(PlatformEvent.of(LINK), comment(51));

        Message message = harness.extractOutputValues().get(0);
        assertThat(message.threadId()).isEqualTo("telegram:-100123_9");
        assertThat(message.communityId()).isEqualTo("telegram:-100123");
        assertThat(message.messageId()).isEqualTo("telegram:-100123_9_51");
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void commentsBeforeTheCopyWaitForIt() throws Exception {
        process(comment(51), comment(52));
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);

        process(PlatformEvent.of(LINK));

        assertThat(harness.extractOutputValues())
                .extracting(Message::messageId)
                .containsExactly("telegram:-100123_9_51", "telegram:-100123_9_52");
        assertNoTimerIsLeft();
        pass(WAIT);
        assertThat(letters()).isEmpty();
    }

    @Test
    void eachCommentWaitsForTheWholeTime() throws Exception {
        process(comment(51));
        pass(WAIT.minusSeconds(1));
        process(comment(52));

        pass(Duration.ofSeconds(1));

        assertThat(letters()).extracting(DeadLetter::offset).containsExactly(51L);
        assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
        pass(WAIT.minusSeconds(2));
        assertThat(letters()).hasSize(1);
        process(PlatformEvent.of(LINK));
        assertThat(harness.extractOutputValues())
                .extracting(Message::messageId)
                .containsExactly("telegram:-100123_9_52");
        assertNoTimerIsLeft();
    }

    @Test
    void theYoungerOfTwoIsADeadLetterWhenItsOwnTimeIsOver() throws Exception {
        process(comment(51));
        pass(Duration.ofMinutes(1));
        process(comment(52));

        pass(WAIT);

        assertThat(letters()).extracting(DeadLetter::offset).containsExactly(51L, 52L);
        assertNothingIsLeft();
    }

    /** Of bounded input: no processing-time timer fires behind it. */
    @Test
    void whatWaitsAtTheEndOfTheInputIsADeadLetter() throws Exception {
        process(comment(51), comment(52));

        harness.processWatermark(Long.MAX_VALUE);

        assertThat(letters())
                .extracting(DeadLetter::detail)
                .hasSize(2)
                .allMatch(detail -> detail.endsWith(" was not seen before the input ended."));
        assertNothingIsLeft();
    }

    /** The post may lie in the topic, written while the job stood still. */
    @Test
    void aCommentWaitsAnewBehindAHalt() throws Exception {
        process(comment(51));
        OperatorSubtaskState before = harness.snapshot(1, 1);

        restore(before, WAIT.multipliedBy(3));
        assertThat(letters()).isEmpty();
        process(comment(52));
        pass(WAIT.minusSeconds(1));
        process(PlatformEvent.of(LINK));

        assertThat(harness.extractOutputValues())
                .extracting(Message::messageId)
                .containsExactly("telegram:-100123_9_51", "telegram:-100123_9_52");
        assertNoTimerIsLeft();
    }

    @Test
    void behindAShortHaltTheTimerOfBeforeGoesWithTheComment() throws Exception {
        process(comment(51));
        OperatorSubtaskState before = harness.snapshot(1, 1);

        restore(before, WAIT.dividedBy(2));
        process(PlatformEvent.of(LINK));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void aCommentThatWaitedAnewInVainIsADeadLetter() throws Exception {
        process(comment(51));
        restore(harness.snapshot(1, 1), WAIT.multipliedBy(3));

        pass(WAIT);

        assertThat(letters()).extracting(DeadLetter::offset).containsExactly(51L);
        assertNothingIsLeft();
    }

    @Test
    void whatAnEarlierBuildLeftWaitingWaitsAnew() throws Exception {
        restore(EarlierBuild.waitingFor(comment(51)));
        process(comment(52));

        pass(WAIT);
        assertThat(letters()).extracting(DeadLetter::offset).containsExactly(52L);

        process(PlatformEvent.of(LINK));
        assertThat(harness.extractOutputValues())
                .extracting(Message::messageId)
                .containsExactly("telegram:-100123_9_51");
        assertNoTimerIsLeft();
    }

    @Test
    void whatAnEarlierBuildLeftWaitingIsTakenAlongWithTheRest() throws Exception {
        restore(EarlierBuild.waitingFor(comment(51)));

        process(comment(52), PlatformEvent.of(LINK));

        assertThat(harness.extractOutputValues())
                .extracting(Message::messageId)
                .containsExactly("telegram:-100123_9_51", "telegram:-100123_9_52");
        pass(WAIT);
        assertThat(letters()).isEmpty();
    }

    @Test
    void aCommentWhosePostNeverShowsIsADeadLetterAndLeavesNothing() throws Exception {
        process(comment(51), comment(52));

        pass(WAIT);

        assertThat(letters()).hasSize(2);
        assertThat(letters().get(0).reason()).isEqualTo(DeadLetterReason.UNKNOWN_THREAD);
        assertThat(letters().get(0).detail())
                .contains("telegram:-100777_50_51")
                .endsWith(" was not seen within PT10M.");
        assertThat(letters().get(0).offset()).isEqualTo(51);
        assertNothingIsLeft();
    }

    @Test
    void theLinkIsForgottenAfterTheRetentionTime() throws Exception {
        process(PlatformEvent.of(LINK));
        pass(Duration.ofDays(181));

        process(comment(51));

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    private void assertNothingIsLeft() {
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertNoTimerIsLeft();
    }

    private void assertNoTimerIsLeft() {
        assertThat(harness.numProcessingTimeTimers()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private List<DeadLetter> letters() {
        ConcurrentLinkedQueue<StreamRecord<DeadLetter>> letters =
                harness.getSideOutput(RouteEvents.DEAD_LETTERS);
        return letters == null ? List.of() : letters.stream().map(StreamRecord::getValue).toList();
    }

    private void restore(OperatorSubtaskState snapshot) throws Exception {
        restore(snapshot, Duration.ofMillis(1));
    }

    private void restore(OperatorSubtaskState snapshot, Duration at) throws Exception {
        harness.close();
        harness = harness(new ResolveTelegramThreads(WAIT, Duration.ofDays(180)));
        harness.initializeState(snapshot);
        harness.open();
        harness.setProcessingTime(at.toMillis());
        harness.setStateTtlProcessingTime(at.toMillis());
    }

    /** Keeps comments as builds before 1 December 2026 did. */
    private static final class EarlierBuild
            extends KeyedProcessFunction<String, PlatformEvent, Message> {
        private static final long serialVersionUID = 1L;

        static OperatorSubtaskState waitingFor(PlatformEvent comment) throws Exception {
            try (var earlier = harness(new EarlierBuild())) {
                earlier.open();
                earlier.setProcessingTime(1);
                earlier.processElement(new StreamRecord<>(comment, 0));
                return earlier.snapshot(1, 1);
            }
        }

        @Override
        public void processElement(PlatformEvent event, Context context, Collector<Message> out)
                throws Exception {
            getRuntimeContext()
                    .getListState(
                            new ListStateDescriptor<>("waiting", TypeInformation.of(Message.class)))
                    .add(event.message());
            context.timerService()
                    .registerProcessingTimeTimer(
                            context.timerService().currentProcessingTime() + WAIT.toMillis());
        }
    }

    private void process(PlatformEvent... events) throws Exception {
        for (PlatformEvent event : events) {
            harness.processElement(new StreamRecord<>(event, 0));
        }
    }

    private void pass(Duration time) throws Exception {
        long now = harness.getProcessingTime() + time.toMillis();
        harness.setProcessingTime(now);
        harness.setStateTtlProcessingTime(now);
    }

    private static PlatformEvent comment(int number) {
        Instant at = Instant.parse("2026-10-05T06:00:00Z").plusSeconds(number);
        return PlatformEvent.of(
                new Message(
                        THREAD + '_' + number,
                        Platform.TELEGRAM,
                        MessageType.COMMENT,
                        "telegram:-100777",
                        THREAD,
                        THREAD,
                        null,
                        "p:anna",
                        AuthorKind.PERSON,
                        "Когда включат воду?",
                        List.of(),
                        null,
                        at,
                        null,
                        at,
                        Change.CREATED));
    }
}
