package io.otklik.jobs.runtime;

import io.otklik.schemas.Message;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImmutableSnapshotTest {

    @Test
    void aSavepointMakesTheSerializerAgain() throws Exception {
        TypeSerializerSnapshot<Message> restored = copy(new MessageSerializer());

        assertThat(restored.restoreSerializer()).isEqualTo(new MessageSerializer());
        assertThat(
                        new MessageSerializer()
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(restored)
                                .isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void stateOfAnotherSerializerIsNotRead() throws Exception {
        assertThat(
                        new MessageSerializer()
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(copy(new Other()))
                                .isIncompatible())
                .isTrue();
    }

    @Test
    void aSerializerThatIsGoneIsNamed() throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF("io.otklik.Gone");

        assertThatThrownBy(
                        () ->
                                new ImmutableSnapshot<Message>()
                                        .readSnapshot(
                                                1,
                                                new DataInputDeserializer(out.getCopyOfBuffer()),
                                                getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("io.otklik.Gone");
    }

    private TypeSerializerSnapshot<Message> copy(ImmutableSerializer<Message> serializer)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    }

    private static final class Other extends ImmutableSerializer<Message> {
        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Message message, DataOutputView out) {}

        @Override
        public Message deserialize(DataInputView in) {
            return null;
        }
    }
}
