package io.otklik.jobs.appeals;

import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.Message;
import io.otklik.schemas.SlaMetric;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                                                        4,
                                                        Long.MAX_VALUE)),
                                        8),
                                8);

        assertThat(copy(tracked)).isEqualTo(tracked);
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

    private static TrackedMessage copy(TrackedMessage value) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(256);
        TrackedMessageSerializer.INSTANCE.serialize(value, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        TrackedMessage copy = TrackedMessageSerializer.INSTANCE.deserialize(in);
        assertThat(in.available()).isZero();
        return copy;
    }
}
