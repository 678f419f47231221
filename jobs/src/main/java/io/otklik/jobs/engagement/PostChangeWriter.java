package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.ContentType;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.List;

/** Writes a {@link PostChange} between tasks. */
final class PostChangeWriter {

    private static final ContentType[] CONTENT_TYPES = ContentType.values();

    private PostChangeWriter() {}

    static void write(PostChange change, DataOutputView out) throws IOException {
        StateWriter.writeText(change.communityId(), out);
        StateWriter.writeText(change.threadId(), out);
        out.writeLong(change.from());
        out.writeLong(change.at());
        StateWriter.writeBytes(change.sums(), out);
        out.writeInt(change.reactions());
        StateWriter.writeEnum(change.contentType(), out);
        if (change.contentType() != null) {
            StateWriter.writeTexts(change.hashtags(), out);
        }
    }

    static PostChange read(DataInputView in) throws IOException {
        String communityId = StateWriter.readText(in);
        String threadId = StateWriter.readText(in);
        long from = in.readLong();
        long at = in.readLong();
        byte[] sums = StateWriter.readBytes(in);
        int reactions = in.readInt();
        ContentType contentType = StateWriter.readEnum(CONTENT_TYPES, in);
        return new PostChange(
                communityId,
                threadId,
                from,
                at,
                sums,
                reactions,
                contentType,
                contentType == null ? List.of() : StateWriter.readTexts(in));
    }
}
