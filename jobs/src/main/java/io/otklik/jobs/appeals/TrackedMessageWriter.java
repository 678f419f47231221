package io.otklik.jobs.appeals;

import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Platform;
import io.otklik.schemas.SlaMetric;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a {@link TrackedMessage} as bytes: a third of what Flink's serializer for records makes of
 * it, in a tenth of the time. Each message opens with the number of its form, so that a later form
 * can still read it.
 */
final class TrackedMessageWriter {

    /**
     * The third does not tell by what a message was heard and told, the second not who speaks like
     * an official either.
     */
    static final int FORM = 4;

    private static final int LIKE_OFFICIAL_FORM = 3;

    /** Without what the message was heard to be or is presumed, and alerts of first terms only. */
    private static final int UNHEARD_FORM = 1;

    /** Flags of a version; the second is never set in forms before the third. */
    private static final int PRESUMED = 1;

    private static final int SEEN_LATER = 2;

    private static final Platform[] PLATFORMS = Platform.values();
    private static final AuthorKind[] AUTHOR_KINDS = AuthorKind.values();
    private static final Change[] CHANGES = Change.values();
    private static final AppealEventType[] EVENT_TYPES = AppealEventType.values();
    private static final AlertKind[] ALERT_KINDS = AlertKind.values();
    private static final SlaMetric[] METRICS = SlaMetric.values();

    private TrackedMessageWriter() {}

    static void write(TrackedMessage message, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        StateWriter.writeText(message.messageId(), out);
        StateWriter.writeEnum(message.platform(), out);
        StateWriter.writeText(message.parentId(), out);
        StateWriter.writeText(message.replyToAuthorId(), out);
        StateWriter.writeText(message.authorId(), out);
        StateWriter.writeEnum(message.authorKind(), out);
        StateWriter.writeText(message.url(), out);
        StateWriter.writeVarint(message.versions().size(), out);
        for (MessageVersion version : message.versions()) {
            StateWriter.writeTime(version.at(), out);
            StateWriter.writeEnum(version.change(), out);
            StateWriter.writeTime(version.seenAt(), out);
            StateWriter.writeText(version.text(), out);
            boolean seenLater = !version.observedAt().equals(version.seenAt());
            out.writeByte((version.presumed() ? PRESUMED : 0) | (seenLater ? SEEN_LATER : 0));
            if (seenLater) {
                StateWriter.writeTime(version.observedAt(), out);
            }
            if (version.deleted()) {
                StateWriter.writeText(version.deleterId(), out);
            }
        }
        HeardWriter.write(message.heard(), out);
        write(message.emitted(), out);
        out.writeLong(message.touchedAt());
    }

    static TrackedMessage read(DataInputView in) throws IOException {
        return read(StateWriter.readForm(FORM, "a message", in), in);
    }

    /**
     * @param form of what follows
     */
    static TrackedMessage read(int form, DataInputView in) throws IOException {
        String messageId = StateWriter.readText(in);
        Platform platform = StateWriter.readEnum(PLATFORMS, in);
        String parentId = StateWriter.readText(in);
        String replyToAuthorId = StateWriter.readText(in);
        String authorId = StateWriter.readText(in);
        AuthorKind authorKind = StateWriter.readEnum(AUTHOR_KINDS, in);
        String url = StateWriter.readText(in);
        List<MessageVersion> versions = readVersions(form, in);
        return new TrackedMessage(
                messageId,
                platform,
                parentId,
                replyToAuthorId,
                authorId,
                authorKind,
                url,
                versions,
                readHeard(form, versions, in),
                readEmitted(form, in),
                in.readLong());
    }

    private static Heard readHeard(int form, List<MessageVersion> versions, DataInputView in)
            throws IOException {
        return form == UNHEARD_FORM
                ? null
                : HeardWriter.read(versions, form >= LIKE_OFFICIAL_FORM, form >= FORM, in);
    }

    private static List<MessageVersion> readVersions(int form, DataInputView in)
            throws IOException {
        int size = (int) StateWriter.readVarint(in);
        List<MessageVersion> versions = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Instant at = StateWriter.readTime(in);
            Change change = StateWriter.readEnum(CHANGES, in);
            Instant seenAt = StateWriter.readTime(in);
            String text = StateWriter.readText(in);
            int flags = form == UNHEARD_FORM ? 0 : in.readByte();
            boolean seenLater = (flags & SEEN_LATER) != 0;
            Instant observedAt = seenLater ? StateWriter.readTime(in) : seenAt;
            boolean presumed = (flags & PRESUMED) != 0;
            boolean deleter = form != UNHEARD_FORM && change == Change.DELETED;
            String deleterId = deleter ? StateWriter.readText(in) : null;
            versions.add(
                    new MessageVersion(at, change, seenAt, observedAt, text, deleterId, presumed));
        }
        return versions;
    }

    private static void write(Emitted emitted, DataOutputView out) throws IOException {
        out.writeLong(emitted.appeal());
        StateWriter.writeVarint(emitted.events().size(), out);
        for (Emitted.Event event : emitted.events()) {
            StateWriter.writeEnum(event.type(), out);
            StateWriter.writeText(event.causeMessageId(), out);
            out.writeLong(event.at());
            StateWriter.writeEnum(event.metric(), out);
            StateWriter.writeVarint(event.level(), out);
            out.writeLong(event.digest());
        }
        StateWriter.writeVarint(emitted.alerts().size(), out);
        for (Emitted.Alarm alarm : emitted.alerts()) {
            StateWriter.writeEnum(alarm.kind(), out);
            StateWriter.writeEnum(alarm.metric(), out);
            StateWriter.writeVarint(alarm.level(), out);
            out.writeLong(alarm.term());
            out.writeLong(alarm.raisedAt());
            out.writeLong(alarm.digest());
        }
        out.writeLong(emitted.version());
        out.writeLong(emitted.facts());
        out.writeLong(emitted.next());
    }

    private static Emitted readEmitted(int form, DataInputView in) throws IOException {
        long appeal = in.readLong();
        int events = (int) StateWriter.readVarint(in);
        List<Emitted.Event> told = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            told.add(
                    new Emitted.Event(
                            StateWriter.readEnum(EVENT_TYPES, in),
                            StateWriter.readText(in),
                            in.readLong(),
                            StateWriter.readEnum(METRICS, in),
                            (int) StateWriter.readVarint(in),
                            in.readLong()));
        }
        int alerts = (int) StateWriter.readVarint(in);
        List<Emitted.Alarm> raised = new ArrayList<>(alerts);
        for (int i = 0; i < alerts; i++) {
            raised.add(
                    new Emitted.Alarm(
                            StateWriter.readEnum(ALERT_KINDS, in),
                            StateWriter.readEnum(METRICS, in),
                            (int) StateWriter.readVarint(in),
                            form == UNHEARD_FORM ? 0 : in.readLong(),
                            in.readLong(),
                            in.readLong()));
        }
        long version = in.readLong();
        return form < FORM
                ? new Emitted(appeal, told, raised, version, 0, Long.MAX_VALUE)
                : new Emitted(appeal, told, raised, version, in.readLong(), in.readLong());
    }
}
