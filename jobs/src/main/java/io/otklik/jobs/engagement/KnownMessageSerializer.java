package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link KnownMessage} into state, after the number of its form. */
final class KnownMessageSerializer extends ImmutableSerializer<KnownMessage> {
    private static final long serialVersionUID = 1L;

    static final KnownMessageSerializer INSTANCE = new KnownMessageSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(KnownMessage known, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        MessageFactWriter.write(known.fact(), out);
        out.writeLong(known.touchedAt());
    }

    @Override
    public KnownMessage deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "a message", in);
        return new KnownMessage(MessageFactWriter.read(in), in.readLong());
    }
}
