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

/** Writes a text's story into state. */
final class StorySerializer extends ImmutableSerializer<AssignStory.Story> {
    private static final long serialVersionUID = 1L;

    static final StorySerializer INSTANCE = new StorySerializer();

    private static final int EMITTED = 1;
    private static final int HAS_COPIES = 2;

    @Override
    public void serialize(AssignStory.Story story, DataOutputView out) throws IOException {
        LabelSerializer.write(story.label(), out);
        out.writeLong(story.lastAt());
        out.writeByte((story.emitted() ? EMITTED : 0) | (story.hasCopies() ? HAS_COPIES : 0));
        StateWriter.writeVarint(story.count(), out);
        out.writeLong(story.assignedAt());
    }

    @Override
    public AssignStory.Story deserialize(DataInputView in) throws IOException {
        Label label = LabelSerializer.read(in);
        long lastAt = in.readLong();
        int marks = in.readByte();
        int count = (int) StateWriter.readVarint(in);
        return new AssignStory.Story(
                label,
                lastAt,
                (marks & EMITTED) != 0,
                (marks & HAS_COPIES) != 0,
                count,
                in.readLong());
    }

    @Override
    public AssignStory.Story createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<AssignStory.Story> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<AssignStory.Story> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<AssignStory.Story> {

        @Override
        public TypeInformation<AssignStory.Story> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(AssignStory.Story.class, INSTANCE);
        }
    }
}
