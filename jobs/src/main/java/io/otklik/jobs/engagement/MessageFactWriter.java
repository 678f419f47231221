package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.ContentType;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.List;

/** Writes a {@link MessageFact} into state and between tasks. */
final class MessageFactWriter {

    private static final ContentType[] CONTENT_TYPES = ContentType.values();

    private static final int DELETED = 1;
    private static final int POST = 2;
    private static final int TOLD = 4;

    /** By another change than the latest. */
    private static final int TOLD_BEFORE = 8;

    private MessageFactWriter() {}

    static void write(MessageFact fact, DataOutputView out) throws IOException {
        boolean toldBefore = fact.told() != null && !fact.told().equals(fact.latest());
        out.writeByte(
                (fact.deleted() ? DELETED : 0)
                        | (fact.post() ? POST : 0)
                        | (fact.told() != null ? TOLD : 0)
                        | (toldBefore ? TOLD_BEFORE : 0));
        write(fact.latest(), out);
        if (toldBefore) {
            write(fact.told(), out);
        }
        if (fact.told() != null) {
            out.writeLong(fact.publishedAt());
            out.writeLong(fact.author());
            StateWriter.writeEnum(fact.contentType(), out);
            StateWriter.writeTexts(fact.hashtags(), out);
        }
    }

    static MessageFact read(DataInputView in) throws IOException {
        int flags = in.readByte();
        boolean deleted = (flags & DELETED) != 0;
        boolean post = (flags & POST) != 0;
        MessageFact.Place latest = readPlace(in);
        if ((flags & TOLD) == 0) {
            return new MessageFact(
                    latest, deleted, null, post, CounterSeries.ABSENT, 0, null, List.of());
        }
        return new MessageFact(
                latest,
                deleted,
                (flags & TOLD_BEFORE) != 0 ? readPlace(in) : latest,
                post,
                in.readLong(),
                in.readLong(),
                StateWriter.readEnum(CONTENT_TYPES, in),
                StateWriter.readTexts(in));
    }

    private static void write(MessageFact.Place place, DataOutputView out) throws IOException {
        out.writeLong(place.changedAt());
        out.writeByte(place.change());
        out.writeLong(place.observedAt());
    }

    private static MessageFact.Place readPlace(DataInputView in) throws IOException {
        return new MessageFact.Place(in.readLong(), in.readByte(), in.readLong());
    }
}
