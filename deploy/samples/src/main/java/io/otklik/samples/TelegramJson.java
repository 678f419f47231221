package io.otklik.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import io.otklik.samples.corpus.Rng;

import java.io.IOException;

/** Telegram's objects: chats, users, messages of a discussion group. */
final class TelegramJson {

    /** Telegram itself, the sender of automatic forwards. */
    private static final long SERVICE_USER = 777_000L;

    /** The account that stands for a channel which writes in a group. */
    private static final long CHANNEL_BOT = 136_817_688L;

    private TelegramJson() {}

    static void channel(JsonGenerator json, String name, Page page) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("id", page.localId());
        json.writeStringField("title", page.name());
        json.writeStringField("type", "channel");
        json.writeEndObject();
    }

    private static void group(JsonGenerator json, Page page) throws IOException {
        json.writeObjectFieldStart("chat");
        json.writeNumberField("id", page.groupId());
        json.writeStringField("title", page.name() + " – обсуждение");
        json.writeStringField("type", "supergroup");
        json.writeEndObject();
    }

    /** Text, or a photo with a caption. */
    static void content(JsonGenerator json, PostThread thread) throws IOException {
        content(json, thread.text, thread.photo, thread.page.localId(), thread.id);
    }

    private static void content(
            JsonGenerator json, String text, boolean photo, long chat, long message)
            throws IOException {
        if (!photo) {
            json.writeStringField("text", text);
            return;
        }
        json.writeArrayFieldStart("photo");
        size(json, chat, message, 90, 67);
        size(json, chat, message, 800, 600);
        json.writeEndArray();
        json.writeStringField("caption", text);
    }

    private static void size(JsonGenerator json, long chat, long message, int width, int height)
            throws IOException {
        String id = Long.toHexString(Rng.mix(chat, message * 1_000 + width));
        json.writeStartObject();
        json.writeStringField("file_id", "AgACAgIAAx0" + id + id);
        json.writeStringField("file_unique_id", "AQAD" + id);
        json.writeNumberField("width", width);
        json.writeNumberField("height", height);
        json.writeEndObject();
    }

    /** The copy of a channel post that opens its thread in the group. */
    static void forward(JsonGenerator json, PostThread thread) throws IOException {
        json.writeNumberField("message_id", thread.groupMessageId);
        user(json, SERVICE_USER, false, "Telegram", null, null);
        channel(json, "sender_chat", thread.page);
        group(json, thread.page);
        json.writeNumberField("date", thread.time / 1000 + 1);
        json.writeObjectFieldStart("forward_origin");
        json.writeStringField("type", "channel");
        channel(json, "chat", thread.page);
        json.writeNumberField("message_id", thread.id);
        json.writeNumberField("date", thread.time / 1000);
        json.writeEndObject();
        json.writeBooleanField("is_automatic_forward", true);
        content(json, thread);
    }

    /** A comment with the message that it answers; {@code editedAt} 0 for a new one. */
    static void comment(JsonGenerator json, Note note, long editedAt) throws IOException {
        head(json, note);
        if (editedAt > 0) {
            json.writeNumberField("edit_date", editedAt / 1000);
        }
        json.writeObjectFieldStart("reply_to_message");
        if (note.replyTo == null) {
            forward(json, note.thread);
        } else {
            head(json, note.replyTo);
            text(json, note.replyTo);
        }
        json.writeEndObject();
        text(json, note);
    }

    private static void head(JsonGenerator json, Note note) throws IOException {
        json.writeNumberField("message_id", note.id);
        Author author = note.author;
        if (author.isPage()) {
            user(json, CHANNEL_BOT, true, "Channel", null, "Channel_Bot");
            channel(json, "sender_chat", author.page());
        } else {
            user(json, author.id(), false, author.first(), author.last(), author.username());
        }
        group(json, note.thread.page);
        json.writeNumberField("date", note.time / 1000);
        json.writeNumberField("message_thread_id", note.thread.groupMessageId);
    }

    private static void text(JsonGenerator json, Note note) throws IOException {
        content(json, note.text, note.photo, note.thread.page.groupId(), note.id);
        if (note.text.startsWith("@")) {
            json.writeArrayFieldStart(note.photo ? "caption_entities" : "entities");
            json.writeStartObject();
            json.writeNumberField("offset", 0);
            json.writeNumberField("length", note.text.indexOf(' '));
            json.writeStringField("type", "mention");
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    private static void user(
            JsonGenerator json, long id, boolean bot, String first, String last, String username)
            throws IOException {
        json.writeObjectFieldStart("from");
        json.writeNumberField("id", id);
        json.writeBooleanField("is_bot", bot);
        json.writeStringField("first_name", first);
        if (last != null) {
            json.writeStringField("last_name", last);
        }
        if (username != null) {
            json.writeStringField("username", username);
        }
        if (!bot && last != null) {
            json.writeStringField("language_code", "ru");
        }
        json.writeEndObject();
    }
}
