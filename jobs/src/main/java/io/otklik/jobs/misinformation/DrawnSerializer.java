package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link Drawn} text to the next task. */
final class DrawnSerializer extends ImmutableSerializer<Drawn> {
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(Drawn drawn, DataOutputView out) throws IOException {
        out.writeLong(drawn.bucket());
        out.writeLong(drawn.at());
        SketchWriter.write(drawn.text(), out);
    }

    @Override
    public Drawn deserialize(DataInputView in) throws IOException {
        long bucket = in.readLong();
        long at = in.readLong();
        return new Drawn(bucket, at, SketchWriter.read(in));
    }
}
