package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link Block} into state, after the number of its form. */
final class BlockSerializer extends ImmutableSerializer<Block> {
    private static final long serialVersionUID = 1L;

    static final BlockSerializer INSTANCE = new BlockSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(Block block, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        StateWriter.writeBytes(block.sums(), out);
        out.writeLong(block.changed());
        out.writeLong(block.createdAt());
    }

    @Override
    public Block deserialize(DataInputView in) throws IOException {
        int form = in.readByte();
        if (form != FORM) {
            throw new IOException("State holds a block in form " + form + ", not " + FORM + ".");
        }
        return new Block(StateWriter.readBytes(in), in.readLong(), in.readLong());
    }

    @Override
    public Block createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Block> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Block> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
