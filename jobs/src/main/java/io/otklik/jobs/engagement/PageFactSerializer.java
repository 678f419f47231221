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

    @Override
    public void serialize(PageFact fact, DataOutputView out) throws IOException {
        if (fact.change() != null) {
            out.writeByte(CHANGE);
            PostChangeWriter.write(fact.change(), out);
        } else if (fact.page() != null) {
            out.writeByte(PAGE);
            StateWriter.writeBytes(PAGES.encode(fact.page()), out);
        } else {
            out.writeByte(AUDIENCE);
            StateWriter.writeBytes(AUDIENCES.encode(fact.audience()), out);
        }
    }

    @Override
    public PageFact deserialize(DataInputView in) throws IOException {
        int kind = in.readByte();
        if (kind == CHANGE) {
            return PageFact.of(PostChangeWriter.read(in));
        }
        byte[] json = StateWriter.readBytes(in);
        try {
            return kind == PAGE
                    ? PageFact.of(PAGES.decode(json))
                    : PageFact.of(AUDIENCES.decode(json));
        } catch (MalformedPayloadException e) {
            throw new IOException(e);
        }
    }
}
