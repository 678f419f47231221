package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.similarity.copy.Sketch;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/**
 * Writes a {@link Bucket} into state in two thirds of the bytes of Flink's serializer for records.
 * Nearly all buckets hold one text: its group and its glimpse are not written, for they follow from
 * the text; of several texts they are, for nearly all of these are passed over by their glimpse.
 */
final class BucketSerializer extends ImmutableSerializer<Bucket> {
    private static final long serialVersionUID = 1L;

    static final BucketSerializer INSTANCE = new BucketSerializer();

    @Override
    public void serialize(Bucket bucket, DataOutputView out) throws IOException {
        int size = bucket.size();
        out.writeShort(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(bucket.texts()[i]);
            out.writeLong(bucket.times()[i]);
            if (size > 1) {
                out.writeLong(bucket.groups()[i]);
                out.writeLong(bucket.glimpses()[i]);
            }
            SketchWriter.writePacked(bucket.sketches()[i], out);
        }
    }

    @Override
    public Bucket deserialize(DataInputView in) throws IOException {
        int size = in.readUnsignedShort();
        long[] texts = new long[size];
        long[] times = new long[size];
        long[] groups = new long[size];
        long[] glimpses = new long[size];
        char[][] sketches = new char[size][];
        for (int i = 0; i < size; i++) {
            texts[i] = in.readLong();
            times[i] = in.readLong();
            if (size > 1) {
                groups[i] = in.readLong();
                glimpses[i] = in.readLong();
            }
            sketches[i] = SketchWriter.readPacked(in);
        }
        if (size == 1) {
            groups[0] = texts[0];
            glimpses[0] = new Sketch(texts[0], sketches[0]).glimpse();
        }
        return new Bucket(texts, times, groups, glimpses, sketches);
    }
}
