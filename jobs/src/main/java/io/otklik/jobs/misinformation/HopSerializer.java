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

/** Writes a {@link Hop} to the next task. */
final class HopSerializer extends ImmutableSerializer<Hop> {
    private static final long serialVersionUID = 1L;

    static final HopSerializer INSTANCE = new HopSerializer();

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

    @Override
    public Hop createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Hop> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Hop> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<Hop> {

        @Override
        public TypeInformation<Hop> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(Hop.class, INSTANCE);
        }
    }
}
