package io.otklik.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import io.otklik.samples.corpus.Rng;

import java.io.IOException;

/** VK's objects, version 5.199: a post, a comment, a photo. */
final class VkJson {

    static final String VERSION = "5.199";

    private VkJson() {}

    /** Members of {@code wall_wallpost}. */
    static void post(JsonGenerator json, PostThread thread) throws IOException {
        json.writeStringField("inner_type", "wall_wallpost");
        json.writeNumberField("id", thread.id);
        json.writeNumberField("owner_id", -thread.page.localId());
        json.writeNumberField("from_id", -thread.page.localId());
        json.writeNumberField("created_by", creator(thread));
        json.writeNumberField("date", thread.time / 1000);
        json.writeNumberField("can_edit", 1);
        json.writeNumberField("can_delete", 1);
        json.writeStringField("post_type", "post");
        json.writeStringField("text", thread.text);
        json.writeNumberField("marked_as_ads", 0);
        json.writeArrayFieldStart("attachments");
        if (thread.photo) {
            photo(json, -thread.page.localId(), 457_000_000L + thread.id, thread.time);
        }
        json.writeEndArray();
    }

    private static long creator(PostThread thread) {
        return thread.page.officials().isEmpty()
                ? 1_990_000_000L
                : thread.page.officials().get(0).id();
    }

    /** Members of {@code wall_wall_comment}, without counts. */
    static void comment(JsonGenerator json, Note note) throws IOException {
        json.writeNumberField("id", note.id);
        json.writeNumberField("from_id", from(note.author));
        json.writeNumberField("date", note.time / 1000);
        json.writeStringField("text", note.text);
        json.writeNumberField("post_id", note.thread.id);
        json.writeNumberField("owner_id", -note.thread.page.localId());
        json.writeArrayFieldStart("parents_stack");
        if (note.root != null) {
            json.writeNumber(note.root.id);
        }
        json.writeEndArray();
        if (note.replyTo != null) {
            json.writeNumberField("reply_to_user", from(note.replyTo.author));
            json.writeNumberField("reply_to_comment", note.replyTo.id);
        }
        if (note.photo) {
            json.writeArrayFieldStart("attachments");
            photo(json, from(note.author), 456_000_000L + note.id, note.time);
            json.writeEndArray();
        }
    }

    /** A user's id, or a page's with the minus sign. */
    static long from(Author author) {
        return author.isPage() ? -author.id() : author.id();
    }

    private static void photo(JsonGenerator json, long owner, long id, long time)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "photo");
        json.writeObjectFieldStart("photo");
        json.writeNumberField("album_id", owner < 0 ? -7 : -8);
        json.writeNumberField("date", time / 1000);
        json.writeNumberField("id", id);
        json.writeNumberField("owner_id", owner);
        json.writeStringField("access_key", Long.toHexString(Rng.mix(owner, id)));
        json.writeArrayFieldStart("sizes");
        size(json, "m", 130, 98, id);
        size(json, "x", 604, 453, id);
        json.writeEndArray();
        json.writeStringField("text", "");
        json.writeBooleanField("has_tags", false);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void size(JsonGenerator json, String type, int width, int height, long id)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeNumberField("width", width);
        json.writeNumberField("height", height);
        json.writeStringField("url", "https://example.com/photo/" + id + type + ".jpg");
        json.writeEndObject();
    }
}
