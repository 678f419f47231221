package io.otklik.connectors.platform;

import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;

/**
 * Reads updates of Telegram's Bot API: one update as a webhook gets it, an answer of {@code
 * getUpdates}, or a bare array of updates.
 *
 * <p>A channel's post gives a POST. A message of the discussion group gives a COMMENT with
 * provisional ids (see {@link TelegramThreads}) and, where the payload itself shows the forwarded
 * copy of the post, a {@link PlatformEvent.ThreadLink}. The copy alone gives the link and no
 * message, for the post is known from the channel. {@code message_reaction_count} of a channel
 * gives a snapshot of likes, the sum of all reactions.
 *
 * <p>Each part of an album is a message of its own; a part without a caption says nothing and is
 * ignored, unless it was edited. Strict are ids, chat, author, time, text and what is answered; the
 * rest of an update is not read and may be anything.
 */
public final class TelegramPayloadParser extends JsonPayloadParser {

    private final TelegramMessages messages;

    public TelegramPayloadParser(Pseudonymizer pseudonymizer) {
        this.messages = new TelegramMessages(pseudonymizer);
    }

    @Override
    void read(Object root, PayloadItems items) throws MalformedPayloadException {
        if (root instanceof JsonArray array) {
            list(array, items);
        } else if (!(root instanceof JsonObject object)) {
            throw wrongRoot("object or array", root);
        } else if (Boolean.FALSE.equals(object.get("ok"))) {
            items.ignore(
                    items.next(),
                    "Telegram answered with error "
                            + object.requiredLong("error_code", 0, Integer.MAX_VALUE)
                            + ".");
        } else if (object.has("ok")) {
            list(object.requiredArray("result"), items);
        } else {
            update(object, items);
        }
    }

    private void list(JsonArray array, PayloadItems items) {
        for (int i = 0; i < array.values().size(); i++) {
            if (array.values().get(i) instanceof JsonObject update) {
                update(update, items);
            } else {
                items.reject(items.next(), null, array.wrongElement(i, "object"));
            }
        }
    }

    private void update(JsonObject update, PayloadItems items) {
        int position = items.next();
        try {
            String kind = kind(update);
            switch (kind) {
                case "channel_post" ->
                        messages.post(update.requiredObject(kind), false, position, items);
                case "edited_channel_post" ->
                        messages.post(update.requiredObject(kind), true, position, items);
                case "message" ->
                        messages.comment(update.requiredObject(kind), false, position, items);
                case "edited_message" ->
                        messages.comment(update.requiredObject(kind), true, position, items);
                case "message_reaction_count" ->
                        reactions(update.requiredObject(kind), position, items);
                default -> items.ignore(position, kind + " says nothing about posts or comments.");
            }
        } catch (MalformedPayloadException e) {
            items.reject(position, update, e);
        }
    }

    /** The one member that makes the update. */
    private static String kind(JsonObject update) throws MalformedPayloadException {
        String kind = null;
        String unknown = null;
        for (int i = 0; i < update.size(); i++) {
            String name = update.name(i);
            boolean known = isRead(name) || TelegramUpdates.isIgnored(name);
            if (known && kind != null) {
                throw update.fault(
                        DeadLetterReason.UNKNOWN_VALUE,
                        name,
                        "the update also has " + kind + ", it may have one of them");
            }
            if (known) {
                kind = name;
            } else if (unknown == null
                    && !name.equals("update_id")
                    && !name.equals("receivedAt")
                    && update.get(name) instanceof JsonObject) {
                unknown = name;
            }
        }
        if (kind == null && update.has("message_id")) {
            throw update.fault(
                    DeadLetterReason.MISSING_FIELD,
                    "update_id",
                    "missing: this is a message, send the whole update");
        }
        if (kind == null && unknown != null) {
            throw update.fault(
                    DeadLetterReason.UNKNOWN_EVENT,
                    unknown,
                    "Telegram documents no update of this kind");
        }
        if (kind == null) {
            throw update.fault(
                    DeadLetterReason.MISSING_FIELD,
                    "message",
                    "missing, and so is every other kind of update");
        }
        return kind;
    }

    private static boolean isRead(String name) {
        return switch (name) {
            case "message",
                    "edited_message",
                    "channel_post",
                    "edited_channel_post",
                    "message_reaction_count" ->
                    true;
            default -> false;
        };
    }

    private static void reactions(JsonObject update, int position, PayloadItems items)
            throws MalformedPayloadException {
        JsonObject chat = update.requiredObject("chat");
        if (!TelegramMessages.isChannel(chat)) {
            items.ignore(
                    position,
                    "message_reaction_count in a group does not tell the thread of its message.");
            return;
        }
        long channel = TelegramIds.id(chat);
        long message = TelegramIds.number(update, "message_id");
        long likes = 0;
        JsonArray reactions = update.requiredArray("reactions");
        for (int i = 0; i < reactions.values().size(); i++) {
            if (!(reactions.values().get(i) instanceof JsonObject reaction)) {
                throw reactions.wrongElement(i, "object");
            }
            likes += reaction.requiredLong("total_count", 0, Integer.MAX_VALUE);
        }
        items.emit(
                new Counter(
                        TelegramIds.message(channel, message),
                        TelegramIds.chat(channel),
                        items.time(update, "date"),
                        CounterKind.SNAPSHOT,
                        null,
                        null,
                        null,
                        likes,
                        null,
                        null));
    }
}
