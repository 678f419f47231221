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
import java.util.Map;

/** Writes what is known of a text on a step of the way into state. */
final class KnownLabelSerializer extends ImmutableSerializer<PassLabel.Known> {
    private static final long serialVersionUID = 1L;

    static final KnownLabelSerializer INSTANCE = new KnownLabelSerializer();

    @Override
    public void serialize(PassLabel.Known known, DataOutputView out) throws IOException {
        LabelSerializer.write(known.label(), out);
        out.writeLong(known.lastAt());
        StateWriter.writeVarint(known.neighbours().length, out);
        for (long neighbour : known.neighbours()) {
            out.writeLong(neighbour);
        }
    }

    @Override
    public PassLabel.Known deserialize(DataInputView in) throws IOException {
        Label label = LabelSerializer.read(in);
        long lastAt = in.readLong();
        long[] neighbours = new long[(int) StateWriter.readVarint(in)];
        for (int i = 0; i < neighbours.length; i++) {
            neighbours[i] = in.readLong();
        }
        return new PassLabel.Known(label, lastAt, neighbours);
    }

    @Override
    public PassLabel.Known createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<PassLabel.Known> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PassLabel.Known> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<PassLabel.Known> {

        @Override
        public TypeInformation<PassLabel.Known> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(PassLabel.Known.class, INSTANCE);
        }
    }
}
