package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link CountedChange} into state, after the number of its form. */
final class CountedChangeSerializer extends ImmutableSerializer<CountedChange> {
    private static final long serialVersionUID = 1L;

    static final CountedChangeSerializer INSTANCE = new CountedChangeSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(CountedChange change, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        out.writeLong(change.messageId());
        out.writeLong(change.at());
        FiguresWriter.write(change.figures(), out);
        out.writeLong(change.touchedAt());
    }

    @Override
    public CountedChange deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "a change", in);
        return new CountedChange(
                in.readLong(), in.readLong(), FiguresWriter.read(in), in.readLong());
    }
}
