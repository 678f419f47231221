package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.ImmutableType;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a message of a story into state. */
final class CarriedSerializer extends ImmutableSerializer<Carried> {
    private static final long serialVersionUID = 1L;

    static final CarriedSerializer INSTANCE = new CarriedSerializer();

    @Override
    public void serialize(Carried carried, DataOutputView out) throws IOException {
        StateWriter.writeVarint(carried.wordings().size(), out);
        for (Sighting wording : carried.wordings()) {
            SightingSerializer.INSTANCE.serialize(wording, out);
        }
        out.writeLong(carried.assignedAt());
        StateWriter.writeVarint(carried.emissions(), out);
    }

    @Override
    public Carried deserialize(DataInputView in) throws IOException {
        int size = (int) StateWriter.readVarint(in);
        List<Sighting> wordings = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            wordings.add(SightingSerializer.INSTANCE.deserialize(in));
        }
        long assignedAt = in.readLong();
        return new Carried(wordings, assignedAt, (int) StateWriter.readVarint(in));
    }

    @Override
    public Carried createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Carried> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Carried> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<Carried> {

        @Override
        public TypeInformation<Carried> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(Carried.class, INSTANCE);
        }
    }
}
