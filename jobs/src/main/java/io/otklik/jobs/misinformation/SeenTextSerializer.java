package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.ImmutableType;
import io.otklik.similarity.copy.Sketch;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;

/** Writes a {@link SeenText} to the next task. */
final class SeenTextSerializer extends ImmutableSerializer<SeenText> {
    private static final long serialVersionUID = 1L;

    static final SeenTextSerializer INSTANCE = new SeenTextSerializer();

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

    @Override
    public SeenText createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<SeenText> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<SeenText> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<SeenText> {

        @Override
        public TypeInformation<SeenText> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(SeenText.class, INSTANCE);
        }
    }
}
