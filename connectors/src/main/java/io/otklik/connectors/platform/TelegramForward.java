package io.otklik.connectors.platform;

import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.schemas.MalformedPayloadException;

/** Reads the copy of a channel's post that opens a thread in the discussion group. */
final class TelegramForward {

    private TelegramForward() {}

    /**
     * The link that the copy proves, or null if it does not say which channel it was sent from.
     *
     * <p>The copy of a post that the channel itself had forwarded shows that origin instead of the
     * post's number in the channel: its thread is then named by its place in the group.
     *
     * @param copy a message with {@code is_automatic_forward}
     */
    static ThreadLink link(JsonObject copy, long group) throws MalformedPayloadException {
        JsonObject origin = copy.optionalObject("forward_origin");
        JsonObject sender = copy.optionalObject("sender_chat");
        if (origin != null && origin.has("message_id")) {
            JsonObject chat = origin.requiredObject("chat");
            return isOf(chat, sender)
                    ? toPost(copy, group, chat, TelegramIds.number(origin, "message_id"))
                    : toPlace(copy, group, sender);
        }
        if (copy.has("forward_from_message_id")) {
            // Before Bot API 7.0.
            JsonObject chat = copy.requiredObject("forward_from_chat");
            return isOf(chat, sender)
                    ? toPost(copy, group, chat, TelegramIds.number(copy, "forward_from_message_id"))
                    : toPlace(copy, group, sender);
        }
        boolean forwardedFromElsewhere =
                origin != null || copy.has("forward_from") || copy.has("forward_sender_name");
        return forwardedFromElsewhere && sender != null ? toPlace(copy, group, sender) : null;
    }

    private static boolean isOf(JsonObject chat, JsonObject sender)
            throws MalformedPayloadException {
        return sender == null || TelegramIds.id(sender) == TelegramIds.id(chat);
    }

    private static ThreadLink toPost(JsonObject copy, long group, JsonObject chat, long post)
            throws MalformedPayloadException {
        long channel = TelegramIds.id(chat);
        return new ThreadLink(
                TelegramIds.message(group, TelegramIds.number(copy, "message_id")),
                TelegramIds.chat(channel),
                TelegramIds.message(channel, post),
                TelegramIds.url(chat, channel, post));
    }

    /** Without a link to the post: each comment keeps its own in the group. */
    private static ThreadLink toPlace(JsonObject copy, long group, JsonObject channel)
            throws MalformedPayloadException {
        long root = TelegramIds.number(copy, "message_id");
        String page = TelegramIds.chat(TelegramIds.id(channel));
        return new ThreadLink(
                TelegramIds.message(group, root), page, page + '_' + group + '.' + root, null);
    }
}
