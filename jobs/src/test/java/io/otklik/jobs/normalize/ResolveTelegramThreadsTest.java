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

class ResolveTelegramThreadsTest {

    private static final String THREAD = "telegram:-100777_50";
    private static final ThreadLink LINK =
            new ThreadLink(THREAD, "telegram:-100123", "telegram:-100123_9", null);
    private static final Duration WAIT = Duration.ofMinutes(10);

    private KeyedOneInputStreamOperatorTestHarness<String, PlatformEvent, Message> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new ResolveTelegramThreads(WAIT, Duration.ofDays(180))),
                        ResolveTelegramThreads::threadOf,
                        Types.STRING);
        harness.open();
        harness.setProcessingTime(1);
        harness.setStateTtlProcessingTime(1);
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
        pass(WAIT);
        assertThat(harness.getSideOutput(RouteEvents.DEAD_LETTERS)).isNull();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void aCommentWhosePostNeverShowsIsADeadLetterAndLeavesNothing() throws Exception {
        process(comment(51), comment(52));

        pass(WAIT);

        List<DeadLetter> letters =
                harness.getSideOutput(RouteEvents.DEAD_LETTERS).stream()
                        .map(StreamRecord::getValue)
                        .toList();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).reason()).isEqualTo(DeadLetterReason.UNKNOWN_THREAD);
        assertThat(letters.get(0).detail()).contains("telegram:-100777_50_51");
        assertThat(letters.get(0).offset()).isEqualTo(51);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void theLinkIsForgottenAfterTheRetentionTime() throws Exception {
        process(PlatformEvent.of(LINK));
        pass(Duration.ofDays(181));

        process(comment(51));

        assertThat(harness.extractOutputValues()).isEmpty();
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
