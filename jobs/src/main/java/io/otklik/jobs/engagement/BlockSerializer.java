package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link Block} into state, after the number of its form. */
final class BlockSerializer extends ImmutableSerializer<Block> {
    private static final long serialVersionUID = 1L;

    static final BlockSerializer INSTANCE = new BlockSerializer();

    private static final int FORM = 2;

    @Override
    public void serialize(Block block, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        StateWriter.writeBytes(block.sums(), out);
        out.writeLong(block.createdAt());
    }

    @Override
    public Block deserialize(DataInputView in) throws IOException {
        if (StateWriter.readForm(FORM, "a block", in) != FORM) {
            throw new IOException("State holds a block of a build before December 2026.");
        }
        return new Block(StateWriter.readBytes(in), in.readLong());
    }
}
