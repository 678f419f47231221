package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes when a text was seen into state. */
final class SeenSerializer extends ImmutableSerializer<FirstSight.Seen> {
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(FirstSight.Seen seen, DataOutputView out) throws IOException {
        LabelSerializer.write(seen.first(), out);
        out.writeLong(seen.lastAt());
        out.writeLong(seen.emittedAt());
    }

    @Override
    public FirstSight.Seen deserialize(DataInputView in) throws IOException {
        Label first = LabelSerializer.read(in);
        long lastAt = in.readLong();
        return new FirstSight.Seen(first, lastAt, in.readLong());
    }
}
