package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.EngagementDimension;
import io.otklik.schemas.Platform;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link SliceChange} between tasks. */
final class SliceChangeSerializer extends ImmutableSerializer<SliceChange> {
    private static final long serialVersionUID = 1L;

    static final SliceChangeSerializer INSTANCE = new SliceChangeSerializer();

    private static final EngagementDimension[] DIMENSIONS = EngagementDimension.values();
    private static final Platform[] PLATFORMS = Platform.values();

    @Override
    public void serialize(SliceChange change, DataOutputView out) throws IOException {
        Slice slice = change.slice();
        StateWriter.writeEnum(slice.dimension(), out);
        StateWriter.writeText(slice.id(), out);
        StateWriter.writeText(slice.name(), out);
        StateWriter.writeEnum(slice.platform(), out);
        StateWriter.writeText(slice.agencyId(), out);
        StateWriter.writeText(slice.municipality(), out);
        StateWriter.writeText(slice.region(), out);
        out.writeBoolean(change.block() != null);
        if (change.block() != null) {
            WindowKeySerializer.INSTANCE.serialize(change.block(), out);
            StateWriter.writeBytes(change.sums(), out);
        } else {
            out.writeLong(change.quarter());
            out.writeLong(change.subscribers());
        }
    }

    @Override
    public SliceChange deserialize(DataInputView in) throws IOException {
        Slice slice =
                new Slice(
                        StateWriter.readEnum(DIMENSIONS, in),
                        StateWriter.readText(in),
                        StateWriter.readText(in),
                        StateWriter.readEnum(PLATFORMS, in),
                        StateWriter.readText(in),
                        StateWriter.readText(in),
                        StateWriter.readText(in));
        return in.readBoolean()
                ? SliceChange.of(
                        slice,
                        WindowKeySerializer.INSTANCE.deserialize(in),
                        StateWriter.readBytes(in))
                : SliceChange.ofSubscribers(slice, in.readLong(), in.readLong());
    }
}
