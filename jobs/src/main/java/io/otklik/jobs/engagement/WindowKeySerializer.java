package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.EngagementSize;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes the key of a window or block. */
final class WindowKeySerializer extends ImmutableSerializer<WindowKey> {
    private static final long serialVersionUID = 1L;

    static final WindowKeySerializer INSTANCE = new WindowKeySerializer();

    private static final EngagementSize[] SIZES = EngagementSize.values();

    @Override
    public void serialize(WindowKey key, DataOutputView out) throws IOException {
        StateWriter.writeText(key.post(), out);
        StateWriter.writeEnum(key.size(), out);
        StateWriter.writeText(key.zone(), out);
        out.writeLong(key.start());
    }

    @Override
    public WindowKey deserialize(DataInputView in) throws IOException {
        return new WindowKey(
                StateWriter.readText(in),
                StateWriter.readEnum(SIZES, in),
                StateWriter.readText(in),
                in.readLong());
    }
}
