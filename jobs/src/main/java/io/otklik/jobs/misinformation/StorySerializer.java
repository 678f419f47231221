package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a text's story into state. */
final class StorySerializer extends ImmutableSerializer<AssignStory.Story> {
    private static final long serialVersionUID = 1L;

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
}
