package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link CountedChange} into state, after the number of its form. */
final class CountedChangeSerializer extends ImmutableSerializer<CountedChange> {
    private static final long serialVersionUID = 1L;

    static final CountedChangeSerializer INSTANCE = new CountedChangeSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(CountedChange change, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        out.writeLong(change.messageId());
        out.writeLong(change.at());
        FiguresWriter.write(change.figures(), out);
        out.writeLong(change.touchedAt());
    }

    @Override
    public CountedChange deserialize(DataInputView in) throws IOException {
        int form = in.readByte();
        if (form != FORM) {
            throw new IOException("State holds a change in form " + form + ", not " + FORM + ".");
        }
        return new CountedChange(
                in.readLong(), in.readLong(), FiguresWriter.read(in), in.readLong());
    }

    @Override
    public CountedChange createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<CountedChange> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CountedChange> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
