package io.otklik.connectors.platform;

import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.schemas.MalformedPayloadException;

/** Reads the copy of a channel's post that opens a thread in the discussion group. */
final class TelegramForward {

    private TelegramForward() {}

    /**
     * The link that the copy proves, or null if it does not tell the post's number: a post that was
     * itself forwarded from elsewhere shows that origin instead of the channel.
     *
     * @param copy a message with {@code is_automatic_forward}
     */
    static ThreadLink link(JsonObject copy, long group) throws MalformedPayloadException {
        JsonObject origin = copy.optionalObject("forward_origin");
        JsonObject chat;
        long post;
        if (origin != null && origin.has("message_id")) {
            chat = origin.requiredObject("chat");
            post = TelegramIds.number(origin, "message_id");
        } else if (copy.has("forward_from_message_id")) {
            // Before Bot API 7.0.
            chat = copy.requiredObject("forward_from_chat");
            post = TelegramIds.number(copy, "forward_from_message_id");
        } else {
            return null;
        }
        long channel = TelegramIds.id(chat);
        JsonObject sender = copy.optionalObject("sender_chat");
        if (sender != null && TelegramIds.id(sender) != channel) {
            return null;
        }
        return new ThreadLink(
                TelegramIds.message(group, TelegramIds.number(copy, "message_id")),
                TelegramIds.chat(channel),
                TelegramIds.message(channel, post),
                TelegramIds.url(chat, channel, post));
    }
}
