package io.otklik.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Topic;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Otklik's own {@link io.otklik.schemas.Message} lines for a platform without a parser of its own.
 * Author ids are plain and texts unmasked, for the line enters by {@code raw.message}.
 */
final class MessageWriter implements PayloadWriter {

    private final JsonBytes bytes = new JsonBytes();

    @Override
    public void post(PostThread thread, long receivedAt, Consumer<SampleEvent> out) {
        post(thread, Change.CREATED, 0, receivedAt, out);
    }

    @Override
    public void edited(PostThread thread, long at, long receivedAt, Consumer<SampleEvent> out) {
        post(thread, Change.EDITED, at, receivedAt, out);
    }

    @Override
    public void comment(Note note, long receivedAt, Consumer<SampleEvent> out) {
        comment(note, Change.CREATED, 0, receivedAt, out);
    }

    @Override
    public void edited(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {
        comment(note, Change.EDITED, at, receivedAt, out);
    }

    @Override
    public void deleted(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {
        send(
                note.thread,
                receivedAt,
                out,
                json -> {
                    head(json, note.thread, note.messageId(), MessageType.COMMENT);
                    json.writeStringField("change", Change.DELETED.name());
                });
    }

    @Override
    public void restored(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {
        comment(note, Change.RESTORED, 0, receivedAt, out);
    }

    @Override
    public Topic topic() {
        return Topic.RAW_MESSAGE;
    }

    private void post(
            PostThread thread,
            Change change,
            long editedAt,
            long receivedAt,
            Consumer<SampleEvent> out) {
        send(
                thread,
                receivedAt,
                out,
                json -> {
                    head(json, thread, thread.messageId(), MessageType.POST);
                    json.writeStringField("authorId", thread.page.communityId());
                    json.writeStringField("authorKind", AuthorKind.COMMUNITY.name());
                    json.writeStringField("text", thread.text);
                    attachments(json, thread.photo);
                    tail(json, thread, "", thread.time, editedAt, change);
                });
    }

    private void comment(
            Note note, Change change, long editedAt, long receivedAt, Consumer<SampleEvent> out) {
        send(
                note.thread,
                receivedAt,
                out,
                json -> {
                    head(json, note.thread, note.messageId(), MessageType.COMMENT);
                    boolean reply = note.replyTo != null;
                    json.writeStringField(
                            "parentId", reply ? note.replyTo.messageId() : note.thread.messageId());
                    if (reply) {
                        json.writeStringField("replyToAuthorId", authorId(note.replyTo.author));
                    }
                    json.writeStringField("authorId", authorId(note.author));
                    json.writeStringField("authorKind", kind(note).name());
                    json.writeStringField("text", note.text);
                    attachments(json, note.photo);
                    tail(json, note.thread, "?c=" + note.id, note.time, editedAt, change);
                });
    }

    private static void head(
            JsonGenerator json, PostThread thread, String messageId, MessageType type)
            throws IOException {
        json.writeStringField("messageId", messageId);
        json.writeStringField("platform", thread.page.platform().name());
        json.writeStringField("type", type.name());
        json.writeStringField("communityId", thread.page.communityId());
        json.writeStringField("threadId", thread.messageId());
    }

    private static void tail(
            JsonGenerator json,
            PostThread thread,
            String place,
            long publishedAt,
            long editedAt,
            Change change)
            throws IOException {
        json.writeStringField("url", thread.page.url() + "/topic/" + thread.id + place);
        json.writeStringField("publishedAt", JsonBytes.iso(publishedAt));
        if (editedAt > 0) {
            json.writeStringField("editedAt", JsonBytes.iso(editedAt));
        }
        json.writeStringField("change", change.name());
    }

    private static void attachments(JsonGenerator json, boolean photo) throws IOException {
        json.writeArrayFieldStart("attachments");
        if (photo) {
            json.writeString("photo");
        }
        json.writeEndArray();
    }

    private static String authorId(Author author) {
        return author.isPage() ? author.page().communityId() : "ok:" + author.id();
    }

    private static AuthorKind kind(Note note) {
        if (!note.author.isPage()) {
            return AuthorKind.PERSON;
        }
        return note.author.page().number() == note.thread.page.number()
                ? AuthorKind.COMMUNITY
                : AuthorKind.OTHER_COMMUNITY;
    }

    private void send(
            PostThread thread, long receivedAt, Consumer<SampleEvent> out, JsonBytes.Body body) {
        byte[] payload =
                bytes.object(
                        receivedAt,
                        json -> {
                            body.write(json);
                            json.writeStringField("observedAt", JsonBytes.iso(receivedAt));
                        });
        out.accept(new SampleEvent(Topic.RAW_MESSAGE, thread.messageId(), receivedAt, payload));
    }
}
