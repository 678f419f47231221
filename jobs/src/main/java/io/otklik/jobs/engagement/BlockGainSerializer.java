package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link BlockGain} into state. */
final class BlockGainSerializer extends ImmutableSerializer<BlockGain> {
    private static final long serialVersionUID = 1L;

    static final BlockGainSerializer INSTANCE = new BlockGainSerializer();

    @Override
    public void serialize(BlockGain gain, DataOutputView out) throws IOException {
        WindowKeySerializer.INSTANCE.serialize(gain.block(), out);
        StateWriter.writeBytes(gain.sums(), out);
    }

    @Override
    public BlockGain deserialize(DataInputView in) throws IOException {
        return new BlockGain(
                WindowKeySerializer.INSTANCE.deserialize(in), StateWriter.readBytes(in));
    }
}
