package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.language.Kind;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Message;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Urgency;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateSerializationTest {

    @Test
    void stateHoldsNoKryo() {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(ThreadFacts.class);
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(Reference.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "water", "Где вода? 💧", "\uD83D", "\u0000\u00FF\u0100"})
    void aTrackedMessageComesBackEqual(String text) throws Exception {
        Message message = Messages.resident(2, 0, "p:anna", text, 5);
        TrackedMessage tracked =
                TrackedMessage.of(message, MessageVersion.of(message), 1)
                        .with(
                                new Emitted(
                                        -5,
                                        List.of(
                                                new Emitted.Event(
                                                        AppealEventType.WITHDRAWN,
                                                        null,
                                                        Long.MIN_VALUE,
                                                        null,
                                                        0,
                                                        7),
                                                new Emitted.Event(
                                                        AppealEventType.ESCALATED,
                                                        "vk:-1_1_3",
                                                        9,
                                                        SlaMetric.CLARIFICATION,
                                                        300,
                                                        -7)),
                                        List.of(
                                                new Emitted.Alarm(
                                                        AlertKind.ESCALATION,
                                                        SlaMetric.TRIAGE,
                                                        3,
                                                        5,
                                                        4,
                                                        Long.MAX_VALUE)),
                                        8,
                                        -9,
                                        10),
                                8);

        assertThat(copy(tracked)).isEqualTo(tracked);
    }

    @Test
    void whatAMessageWasHeardToBeComesBackEqual() throws Exception {
        Message message = Messages.resident(2, 0, "p:anna", "Когда включат воду?", 5);
        Decision decision =
                new Decision(
                        Kind.APPEAL,
                        0.1 + 0.2,
                        List.of(new GroupScore("ЖКХ", 1 / 3.0), new GroupScore("Дороги", 0.1)),
                        "Нет воды",
                        Urgency.HIGH,
                        "ул. Садовая, 12",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("rule:when", "+когда"),
                        "kinds-1 rules-2");
        Reply reply =
                new Reply(
                        AnswerKind.INTERIM,
                        Outcome.RESOLVED,
                        Instant.parse("2026-10-20T20:59:59.999Z"),
                        "Водоканал",
                        true,
                        "answer:passed-on",
                        "Когда включат воду?");
        Heard heard =
                new Heard(
                        "1-2-3",
                        "kinds-1 rules-2",
                        Arrays.asList(decision, null),
                        true,
                        List.of("vk:-1_1_3"),
                        -11,
                        Arrays.asList(reply, null));
        TrackedMessage tracked =
                TrackedMessage.of(message, MessageVersion.of(message), 1)
                        .with(message, MessageVersion.of(Messages.edited(message, "А?", 7)), 2)
                        .with(message, seenBefore(Messages.edited(message, "А?", 7)), 3)
                        .with(message, MessageVersion.of(Messages.deleted(message, 9)), 4)
                        .with(heard);

        assertThat(copy(tracked)).isEqualTo(tracked);
    }

    @Test
    void stateFromBeforeMessagesWereKeptAsHeardIsRead() throws Exception {
        Message message = Messages.resident(2, 0, "p:anna", "Когда включат воду?", 5);
        TrackedMessage tracked = TrackedMessage.of(message, MessageVersion.of(message), 1);
        byte[] now = KeptMessage.of(tracked).bytes();
        // Two bytes tell whether the version is presumed and what was heard; then come what was
        // emitted (digest, two empty lists, version), by what, and the time of touch.
        int emitted = 2 * Long.BYTES + 2;
        int by = 2 * Long.BYTES;
        byte[] then = new byte[now.length - 2 - by];
        int unheard = then.length - emitted - Long.BYTES;
        System.arraycopy(now, 0, then, 0, unheard);
        System.arraycopy(now, unheard + 2, then, unheard, emitted);
        System.arraycopy(now, now.length - Long.BYTES, then, then.length - Long.BYTES, Long.BYTES);
        then[0] = 1;

        assertThat(read(new DataInputDeserializer(then))).isEqualTo(tracked);
    }

    @Test
    void stateFromBeforeMessagesWereKeptAsBytesIsRead() throws Exception {
        Message message = Messages.resident(2, 0, "p:anna", "Когда включат воду?", 5);
        TrackedMessage tracked =
                TrackedMessage.of(message, MessageVersion.of(message), 1)
                        .with(new Heard("1", "2", List.of(), false, List.of("x"), 0, List.of()));
        byte[] now = KeptMessage.of(tracked).bytes();
        // By what it was heard stands in front of the empty lists of its replies and of what was
        // emitted, by which facts it was told in front of the time of touch.
        int emitted = 1 + 2 * Long.BYTES + 2;
        int heard = now.length - 3 * Long.BYTES - emitted;
        byte[] then = new byte[now.length - 3 * Long.BYTES];
        System.arraycopy(now, 0, then, 0, heard - Long.BYTES);
        System.arraycopy(now, heard, then, heard - Long.BYTES, emitted);
        System.arraycopy(now, now.length - Long.BYTES, then, then.length - Long.BYTES, Long.BYTES);
        then[0] = 3;

        assertThat(read(new DataInputDeserializer(then))).isEqualTo(tracked);
    }

    @Test
    void aDeletionOfWhichNothingElseIsKnownComesBackEqual() throws Exception {
        Message deleted = Messages.deleted(Messages.resident(2, 0, "p:anna", "x", 5), 9);
        TrackedMessage tracked = TrackedMessage.of(deleted, MessageVersion.of(deleted), 1);

        assertThat(copy(tracked)).isEqualTo(tracked);
    }

    @Test
    void aFormOfTheFutureIsRefused() {
        assertThatThrownBy(
                        () ->
                                TrackedMessageSerializer.INSTANCE.deserialize(
                                        new DataInputDeserializer(new byte[] {9})))
                .hasMessageContaining("in form 9");
    }

    private static MessageVersion seenBefore(Message message) {
        MessageVersion version = MessageVersion.of(message);
        return new MessageVersion(
                version.at(),
                version.change(),
                version.seenAt().minusSeconds(60),
                version.observedAt().minusSeconds(60),
                version.text(),
                null,
                false);
    }

    private static TrackedMessage copy(TrackedMessage value) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(256);
        TrackedMessageSerializer.INSTANCE.serialize(KeptMessage.of(value), out);
        return read(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    private static TrackedMessage read(DataInputDeserializer in) throws Exception {
        TrackedMessage read = TrackedMessageSerializer.INSTANCE.deserialize(in).read();
        assertThat(in.available()).isZero();
        return read;
    }
}
