package io.otklik.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import io.otklik.samples.corpus.Rng;
import io.otklik.schemas.Topic;

import java.io.IOException;
import java.util.function.Consumer;

/** VK Callback API events, with {@code event_id} and without {@code secret}. */
final class VkWriter implements PayloadWriter {

    private final JsonBytes bytes = new JsonBytes();
    private long events;

    @Override
    public void post(PostThread thread, long receivedAt, Consumer<SampleEvent> out) {
        send(
                "wall_post_new",
                thread.page,
                key(thread),
                receivedAt,
                out,
                json -> {
                    VkJson.post(json, thread);
                    counts(json, thread);
                });
    }

    private static void counts(JsonGenerator json, PostThread thread) throws IOException {
        json.writeObjectFieldStart("comments");
        json.writeNumberField("count", thread.comments);
        json.writeEndObject();
    }

    @Override
    public void comment(Note note, long receivedAt, Consumer<SampleEvent> out) {
        comment("wall_reply_new", note, receivedAt, out);
    }

    @Override
    public void edited(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {
        comment("wall_reply_edit", note, receivedAt, out);
    }

    /** The Callback API does not tell of changed posts; a later {@code wall.get} shows them. */
    @Override
    public void edited(PostThread thread, long at, long receivedAt, Consumer<SampleEvent> out) {}

    @Override
    public void deleted(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {
        send(
                "wall_reply_delete",
                note.thread.page,
                key(note.thread),
                receivedAt,
                out,
                json -> {
                    json.writeNumberField("owner_id", -note.thread.page.localId());
                    json.writeNumberField("id", note.id);
                    json.writeNumberField("deleter_id", deleter(note));
                    json.writeNumberField("post_id", note.thread.id);
                });
    }

    @Override
    public void restored(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {
        comment("wall_reply_restore", note, receivedAt, out);
    }

    @Override
    public Topic topic() {
        return Topic.RAW_VK;
    }

    /**
     * {@code like_add} or {@code like_remove} of a post, or of a comment if {@code note} is set.
     */
    void like(
            boolean add,
            PostThread thread,
            Note note,
            long liker,
            long receivedAt,
            Consumer<SampleEvent> out) {
        send(
                add ? "like_add" : "like_remove",
                thread.page,
                key(thread),
                receivedAt,
                out,
                json -> {
                    json.writeNumberField("liker_id", liker);
                    json.writeStringField("object_type", note == null ? "post" : "comment");
                    json.writeNumberField("object_owner_id", -thread.page.localId());
                    json.writeNumberField("object_id", note == null ? thread.id : note.id);
                    json.writeNumberField(
                            "thread_reply_id",
                            note == null || note.root == null ? 0 : note.root.id);
                    json.writeNumberField("post_id", note == null ? 0 : thread.id);
                });
    }

    void member(boolean joined, Page page, long user, long receivedAt, Consumer<SampleEvent> out) {
        send(
                joined ? "group_join" : "group_leave",
                page,
                "-" + page.localId(),
                receivedAt,
                out,
                json -> {
                    json.writeNumberField("user_id", user);
                    if (joined) {
                        json.writeStringField("join_type", "join");
                    } else {
                        json.writeNumberField("self", 1);
                    }
                });
    }

    static String key(PostThread thread) {
        return "-" + thread.page.localId() + '_' + thread.id;
    }

    private void comment(String type, Note note, long receivedAt, Consumer<SampleEvent> out) {
        send(
                type,
                note.thread.page,
                key(note.thread),
                receivedAt,
                out,
                json -> {
                    VkJson.comment(json, note);
                    json.writeNumberField("post_owner_id", -note.thread.page.localId());
                    if (note.root == null) {
                        json.writeObjectFieldStart("thread");
                        json.writeNumberField("count", 0);
                        json.writeArrayFieldStart("items");
                        json.writeEndArray();
                        json.writeBooleanField("can_post", true);
                        json.writeBooleanField("show_reply_button", true);
                        json.writeBooleanField("groups_can_post", true);
                        json.writeEndObject();
                    }
                });
    }

    /** A moderator removes spam and what was written in anger; else the author does it. */
    private static long deleter(Note note) {
        boolean moderated =
                note.author.isPage()
                        || note.kind == Truth.Kind.SPAM
                        || note.kind == Truth.Kind.CHAT;
        if (!moderated) {
            return note.author.id();
        }
        return note.thread.page.officials().isEmpty()
                ? 1_990_000_000L
                : note.thread.page.officials().get(0).id();
    }

    private void send(
            String type,
            Page page,
            String key,
            long receivedAt,
            Consumer<SampleEvent> out,
            JsonBytes.Body object) {
        long event = events++;
        byte[] payload =
                bytes.object(
                        receivedAt,
                        json -> {
                            json.writeNumberField("group_id", page.localId());
                            json.writeStringField("type", type);
                            json.writeStringField("event_id", eventId(event));
                            json.writeStringField("v", VkJson.VERSION);
                            json.writeObjectFieldStart("object");
                            object.write(json);
                            json.writeEndObject();
                        });
        out.accept(new SampleEvent(Topic.RAW_VK, key, receivedAt, payload));
    }

    /** Forty hexadecimal digits. */
    private static String eventId(long event) {
        StringBuilder id = new StringBuilder(48);
        for (int part = 0; part < 3; part++) {
            String hex = Long.toHexString(Rng.mix(event, part));
            id.append("0000000000000000", hex.length(), 16).append(hex);
        }
        id.setLength(40);
        return id.toString();
    }
}
