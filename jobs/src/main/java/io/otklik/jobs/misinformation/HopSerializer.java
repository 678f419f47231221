package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link Hop} to the next task. */
final class HopSerializer extends ImmutableSerializer<Hop> {
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(Hop hop, DataOutputView out) throws IOException {
        out.writeLong(hop.to());
        out.writeLong(hop.via());
        out.writeLong(hop.at());
        LabelSerializer.write(hop.label(), out);
    }

    @Override
    public Hop deserialize(DataInputView in) throws IOException {
        long to = in.readLong();
        long via = in.readLong();
        long at = in.readLong();
        return new Hop(to, via, LabelSerializer.read(in), at);
    }
}
