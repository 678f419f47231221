package io.otklik.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import io.otklik.schemas.Topic;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Telegram Bot API updates of a channel and its discussion group. A post gives two: the channel
 * post and its automatic forward into the group, under which comments stand.
 */
final class TelegramWriter implements PayloadWriter {

    private final JsonBytes bytes = new JsonBytes();
    private long updates = 730_100_000L;

    @Override
    public void post(PostThread thread, long receivedAt, Consumer<SampleEvent> out) {
        send("channel_post", channelKey(thread), receivedAt, out, json -> post(json, thread));
        send(
                "message",
                groupKey(thread),
                receivedAt + 900,
                out,
                json -> TelegramJson.forward(json, thread));
    }

    private static void post(JsonGenerator json, PostThread thread) throws IOException {
        json.writeNumberField("message_id", thread.id);
        TelegramJson.channel(json, "sender_chat", thread.page);
        TelegramJson.channel(json, "chat", thread.page);
        json.writeNumberField("date", thread.time / 1000);
        TelegramJson.content(json, thread);
    }

    @Override
    public void comment(Note note, long receivedAt, Consumer<SampleEvent> out) {
        send(
                "message",
                groupKey(note.thread),
                receivedAt,
                out,
                json -> TelegramJson.comment(json, note, 0));
    }

    @Override
    public void edited(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {
        send(
                "edited_message",
                groupKey(note.thread),
                receivedAt,
                out,
                json -> TelegramJson.comment(json, note, at));
    }

    @Override
    public void edited(PostThread thread, long at, long receivedAt, Consumer<SampleEvent> out) {
        send(
                "edited_channel_post",
                channelKey(thread),
                receivedAt,
                out,
                json -> {
                    json.writeNumberField("edit_date", at / 1000);
                    post(json, thread);
                });
    }

    /** A bot is not told of deletions. */
    @Override
    public void deleted(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {}

    @Override
    public void restored(Note note, long at, long receivedAt, Consumer<SampleEvent> out) {}

    @Override
    public Topic topic() {
        return Topic.RAW_TELEGRAM;
    }

    /** Anonymous reactions to a channel post, as running totals. */
    void reactions(PostThread thread, long at, long receivedAt, Consumer<SampleEvent> out) {
        send(
                "message_reaction_count",
                channelKey(thread),
                receivedAt,
                out,
                json -> {
                    TelegramJson.channel(json, "chat", thread.page);
                    json.writeNumberField("message_id", thread.id);
                    json.writeNumberField("date", at / 1000);
                    json.writeArrayFieldStart("reactions");
                    reaction(json, "👍", thread.likes);
                    reaction(json, "❤", thread.likes / 3);
                    reaction(json, "🔥", thread.likes / 7);
                    json.writeEndArray();
                });
    }

    private static void reaction(JsonGenerator json, String emoji, int count) throws IOException {
        if (count == 0) {
            return;
        }
        json.writeStartObject();
        json.writeObjectFieldStart("type");
        json.writeStringField("type", "emoji");
        json.writeStringField("emoji", emoji);
        json.writeEndObject();
        json.writeNumberField("total_count", count);
        json.writeEndObject();
    }

    private static String channelKey(PostThread thread) {
        return Long.toString(thread.page.localId()) + '_' + thread.id;
    }

    private static String groupKey(PostThread thread) {
        return Long.toString(thread.page.groupId()) + '_' + thread.groupMessageId;
    }

    private void send(
            String kind,
            String key,
            long receivedAt,
            Consumer<SampleEvent> out,
            JsonBytes.Body content) {
        long update = updates++;
        byte[] payload =
                bytes.object(
                        receivedAt,
                        json -> {
                            json.writeNumberField("update_id", update);
                            json.writeObjectFieldStart(kind);
                            content.write(json);
                            json.writeEndObject();
                        });
        out.accept(new SampleEvent(Topic.RAW_TELEGRAM, key, receivedAt, payload));
    }
}
