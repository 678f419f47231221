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

/** Writes a {@link Label} into state and to the next task. */
final class LabelSerializer extends ImmutableSerializer<Label> {
    private static final long serialVersionUID = 1L;

    static final LabelSerializer INSTANCE = new LabelSerializer();

    @Override
    public void serialize(Label label, DataOutputView out) throws IOException {
        write(label, out);
    }

    /** A label, or that there is none. */
    static void write(Label label, DataOutputView out) throws IOException {
        StateWriter.writeText(label == null ? null : label.messageId(), out);
        if (label != null) {
            out.writeLong(label.at());
        }
    }

    @Override
    public Label deserialize(DataInputView in) throws IOException {
        return read(in);
    }

    /** A label; null if there is none. */
    static Label read(DataInputView in) throws IOException {
        String messageId = StateWriter.readText(in);
        return messageId == null ? null : new Label(in.readLong(), messageId);
    }

    @Override
    public Label createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Label> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Label> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<Label> {

        @Override
        public TypeInformation<Label> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(Label.class, INSTANCE);
        }
    }
}
