package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.ImmutableType;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;

/** Writes a {@link Drawn} text to the next task. */
final class DrawnSerializer extends ImmutableSerializer<Drawn> {
    private static final long serialVersionUID = 1L;

    static final DrawnSerializer INSTANCE = new DrawnSerializer();

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

    @Override
    public Drawn createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Drawn> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Drawn> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<Drawn> {

        @Override
        public TypeInformation<Drawn> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(Drawn.class, INSTANCE);
        }
    }
}
