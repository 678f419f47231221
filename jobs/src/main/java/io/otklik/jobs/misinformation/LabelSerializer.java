package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link Label} into state and to the next task. */
final class LabelSerializer extends ImmutableSerializer<Label> {
    private static final long serialVersionUID = 1L;

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
}
