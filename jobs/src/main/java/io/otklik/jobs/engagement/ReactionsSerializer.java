package io.otklik.jobs.engagement;

import io.otklik.engagement.Reactions;
import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes {@link Reactions} into state, after the number of their form. */
final class ReactionsSerializer extends ImmutableSerializer<Reactions> {
    private static final long serialVersionUID = 1L;

    static final ReactionsSerializer INSTANCE = new ReactionsSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(Reactions reactions, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        int many = reactions.posts().length;
        StateWriter.writeVarint(many, out);
        for (int i = 0; i < many; i++) {
            StateWriter.writeText(reactions.posts()[i], out);
            StateWriter.writeVarint(reactions.spans()[i], out);
            out.writeInt(reactions.counts()[i]);
        }
    }

    @Override
    public Reactions deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "reactions", in);
        int many = (int) StateWriter.readVarint(in);
        String[] posts = new String[many];
        long[] spans = new long[many];
        int[] counts = new int[many];
        for (int i = 0; i < many; i++) {
            posts[i] = StateWriter.readText(in);
            spans[i] = StateWriter.readVarint(in);
            counts[i] = in.readInt();
        }
        return new Reactions(posts, spans, counts);
    }
}
