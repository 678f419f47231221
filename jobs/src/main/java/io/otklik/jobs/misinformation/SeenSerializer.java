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

/** Writes when a text was seen into state. */
final class SeenSerializer extends ImmutableSerializer<FirstSight.Seen> {
    private static final long serialVersionUID = 1L;

    static final SeenSerializer INSTANCE = new SeenSerializer();

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

    @Override
    public FirstSight.Seen createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<FirstSight.Seen> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<FirstSight.Seen> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<FirstSight.Seen> {

        @Override
        public TypeInformation<FirstSight.Seen> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(FirstSight.Seen.class, INSTANCE);
        }
    }
}
