package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link PostFact} between tasks. */
final class PostFactSerializer extends ImmutableSerializer<PostFact> {
    private static final long serialVersionUID = 1L;

    static final PostFactSerializer INSTANCE = new PostFactSerializer();

    @Override
    public void serialize(PostFact fact, DataOutputView out) throws IOException {
        StateWriter.writeText(fact.communityId(), out);
        StateWriter.writeText(fact.threadId(), out);
        out.writeLong(fact.messageId());
        out.writeBoolean(fact.ofPost());
        CountFact counter = fact.counter();
        out.writeBoolean(counter != null);
        if (counter == null) {
            MessageFactWriter.write(fact.message(), out);
        } else {
            out.writeLong(counter.event());
            out.writeLong(counter.at());
            FiguresWriter.write(counter.figures(), out);
        }
    }

    @Override
    public PostFact deserialize(DataInputView in) throws IOException {
        String communityId = StateWriter.readText(in);
        String threadId = StateWriter.readText(in);
        long messageId = in.readLong();
        boolean ofPost = in.readBoolean();
        return in.readBoolean()
                ? new PostFact(communityId, threadId, messageId, ofPost, null, readCounter(in))
                : new PostFact(
                        communityId, threadId, messageId, ofPost, MessageFactWriter.read(in), null);
    }

    private static CountFact readCounter(DataInputView in) throws IOException {
        return new CountFact(in.readLong(), in.readLong(), FiguresWriter.read(in));
    }
}
