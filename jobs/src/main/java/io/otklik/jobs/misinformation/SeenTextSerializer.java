package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.similarity.copy.Sketch;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link SeenText} to the next task. */
final class SeenTextSerializer extends ImmutableSerializer<SeenText> {
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(SeenText text, DataOutputView out) throws IOException {
        LabelSerializer.write(text.label(), out);
        SketchWriter.write(text.sketch(), out);
        out.writeByte(text.buckets().length);
        for (long bucket : text.buckets()) {
            out.writeLong(bucket);
        }
    }

    @Override
    public SeenText deserialize(DataInputView in) throws IOException {
        Label label = LabelSerializer.read(in);
        Sketch sketch = SketchWriter.read(in);
        long[] buckets = new long[in.readByte()];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = in.readLong();
        }
        return new SeenText(label, sketch, buckets);
    }
}
