package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.ContentType;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.List;

/** Writes a {@link PageGain} into state, after the number of its form. */
final class PageGainSerializer extends ImmutableSerializer<PageGain> {
    private static final long serialVersionUID = 1L;

    static final PageGainSerializer INSTANCE = new PageGainSerializer();

    private static final ContentType[] CONTENT_TYPES = ContentType.values();
    private static final int FORM = 1;

    @Override
    public void serialize(PageGain gain, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        StateWriter.writeText(gain.post(), out);
        out.writeLong(gain.at());
        StateWriter.writeBytes(gain.sums(), out);
        StateWriter.writeEnum(gain.contentType(), out);
        if (gain.contentType() != null) {
            StateWriter.writeTexts(gain.hashtags(), out);
        }
    }

    @Override
    public PageGain deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "a gain", in);
        String post = StateWriter.readText(in);
        long at = in.readLong();
        byte[] sums = StateWriter.readBytes(in);
        ContentType contentType = StateWriter.readEnum(CONTENT_TYPES, in);
        return new PageGain(
                post,
                at,
                sums,
                contentType,
                contentType == null ? List.of() : StateWriter.readTexts(in));
    }
}
