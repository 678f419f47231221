package io.otklik.jobs.appeals;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/**
 * Writes a {@link KeptMessage} into state: its bytes as they are. State of earlier builds, which
 * holds the message's parts instead of their length and bytes, is read by its form.
 */
final class TrackedMessageSerializer extends ImmutableSerializer<KeptMessage> {
    private static final long serialVersionUID = 1L;

    static final TrackedMessageSerializer INSTANCE = new TrackedMessageSerializer();

    /** From this form on the length of the bytes comes first. */
    private static final int PACKED = 4;

    @Override
    public void serialize(KeptMessage message, DataOutputView out) throws IOException {
        out.writeByte(PACKED);
        StateWriter.writeBytes(message.bytes(), out);
    }

    @Override
    public KeptMessage deserialize(DataInputView in) throws IOException {
        int form = StateWriter.readForm(PACKED, "a message", in);
        return form == PACKED
                ? new KeptMessage(StateWriter.readBytes(in))
                : KeptMessage.of(TrackedMessageWriter.read(form, in));
    }

    @Override
    public TypeSerializerSnapshot<KeptMessage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What savepoints say of this serializer; of its own, for those of earlier builds do. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptMessage> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
