package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
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

    @Override
    public BlockGain createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<BlockGain> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<BlockGain> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
