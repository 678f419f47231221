package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes {@link SeenReactions} into state, after the number of their form. */
final class SeenReactionsSerializer extends ImmutableSerializer<SeenReactions> {
    private static final long serialVersionUID = 1L;

    static final SeenReactionsSerializer INSTANCE = new SeenReactionsSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(SeenReactions seen, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        out.writeLong(seen.end());
        StateWriter.writeText(seen.post(), out);
        StateWriter.writeVarint(seen.spanMillis(), out);
        out.writeInt(seen.count());
    }

    @Override
    public SeenReactions deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "reactions that were seen", in);
        return new SeenReactions(
                in.readLong(), StateWriter.readText(in), StateWriter.readVarint(in), in.readInt());
    }
}
