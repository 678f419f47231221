package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link WindowState} into state, after the number of its form. */
final class WindowStateSerializer extends ImmutableSerializer<WindowState> {
    private static final long serialVersionUID = 1L;

    static final WindowStateSerializer INSTANCE = new WindowStateSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(WindowState window, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        StateWriter.writeBytes(Slots.of(0, window.sum()), out);
        out.writeLong(window.createdAt());
    }

    @Override
    public WindowState deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "a window", in);
        WindowSum sum = new Slots.Reader(StateWriter.readBytes(in)).next();
        return new WindowState(sum, in.readLong());
    }
}
