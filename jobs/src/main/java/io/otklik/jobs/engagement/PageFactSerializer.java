package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/**
 * Writes a {@link PageFact} between tasks. Entries of the register and audiences come seldom: they
 * go as the JSON of their topics.
 */
final class PageFactSerializer extends ImmutableSerializer<PageFact> {
    private static final long serialVersionUID = 1L;

    static final PageFactSerializer INSTANCE = new PageFactSerializer();

    private static final JsonCodec<Community> PAGES = JsonCodec.of(Community.class);
    private static final JsonCodec<Audience> AUDIENCES = JsonCodec.of(Audience.class);
    private static final int CHANGE = 0;
    private static final int PAGE = 1;
    private static final int AUDIENCE = 2;
    private static final int CRITICISM = 3;

    @Override
    public void serialize(PageFact fact, DataOutputView out) throws IOException {
        if (fact.change() != null) {
            out.writeByte(CHANGE);
            PostChangeWriter.write(fact.change(), out);
        } else if (fact.page() != null) {
            out.writeByte(PAGE);
            StateWriter.writeBytes(PAGES.encode(fact.page()), out);
        } else if (fact.audience() != null) {
            out.writeByte(AUDIENCE);
            StateWriter.writeBytes(AUDIENCES.encode(fact.audience()), out);
        } else {
            out.writeByte(CRITICISM);
            write(fact.criticism(), out);
        }
    }

    @Override
    public PageFact deserialize(DataInputView in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case CHANGE -> PageFact.of(PostChangeWriter.read(in));
            case PAGE -> PageFact.of(read(PAGES, in));
            case AUDIENCE -> PageFact.of(read(AUDIENCES, in));
            case CRITICISM -> PageFact.of(readCriticism(in));
            default -> throw new IOException("There is no fact of kind " + kind);
        };
    }

    private static <T> T read(JsonCodec<T> codec, DataInputView in) throws IOException {
        try {
            return codec.decode(StateWriter.readBytes(in));
        } catch (MalformedPayloadException e) {
            throw new IOException(e);
        }
    }

    private static void write(Criticism criticism, DataOutputView out) throws IOException {
        StateWriter.writeText(criticism.appealId(), out);
        StateWriter.writeText(criticism.communityId(), out);
        StateWriter.writeText(criticism.threadId(), out);
        out.writeLong(criticism.publishedAt());
        out.writeBoolean(criticism.unanswered());
    }

    private static Criticism readCriticism(DataInputView in) throws IOException {
        return new Criticism(
                StateWriter.readText(in),
                StateWriter.readText(in),
                StateWriter.readText(in),
                in.readLong(),
                in.readBoolean());
    }
}
