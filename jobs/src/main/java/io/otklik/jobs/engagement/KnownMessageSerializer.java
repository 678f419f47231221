package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link KnownMessage} into state, after the number of its form. */
final class KnownMessageSerializer extends ImmutableSerializer<KnownMessage> {
    private static final long serialVersionUID = 1L;

    static final KnownMessageSerializer INSTANCE = new KnownMessageSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(KnownMessage known, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        MessageFactWriter.write(known.fact(), out);
        out.writeLong(known.touchedAt());
    }

    @Override
    public KnownMessage deserialize(DataInputView in) throws IOException {
        int form = in.readByte();
        if (form != FORM) {
            throw new IOException("State holds a message in form " + form + ", not " + FORM + ".");
        }
        return new KnownMessage(MessageFactWriter.read(in), in.readLong());
    }

    @Override
    public KnownMessage createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<KnownMessage> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KnownMessage> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
