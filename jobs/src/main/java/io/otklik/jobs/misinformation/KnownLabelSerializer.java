package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes what is known of a text on a step of the way into state. */
final class KnownLabelSerializer extends ImmutableSerializer<PassLabel.Known> {
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(PassLabel.Known known, DataOutputView out) throws IOException {
        LabelSerializer.write(known.label(), out);
        out.writeLong(known.lastAt());
        StateWriter.writeVarint(known.neighbours().length, out);
        for (long neighbour : known.neighbours()) {
            out.writeLong(neighbour);
        }
    }

    @Override
    public PassLabel.Known deserialize(DataInputView in) throws IOException {
        Label label = LabelSerializer.read(in);
        long lastAt = in.readLong();
        long[] neighbours = new long[(int) StateWriter.readVarint(in)];
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i] = in.readLong();
        }
        return new PassLabel.Known(label, lastAt, neighbours);
    }
}
