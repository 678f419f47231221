package io.otklik.connectors.platform;

import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

/** Reads posts of channels and comments of their discussion groups. */
final class TelegramMessages {

    private final Pseudonymizer pseudonymizer;

    TelegramMessages(Pseudonymizer pseudonymizer) {
        this.pseudonymizer = pseudonymizer;
    }

    static boolean isChannel(JsonObject chat) throws MalformedPayloadException {
        return "channel".equals(type(chat));
    }

    private static String type(JsonObject chat) throws MalformedPayloadException {
        String type = chat.requiredString("type");
        return switch (type) {
            case "channel", "group", "supergroup", "private" -> type;
            default ->
                    throw chat.fault(
                            DeadLetterReason.UNKNOWN_VALUE,
                            "type",
                            "Telegram documents no chat of type " + JsonPath.shown(type));
        };
    }

    /** Emits the message of a channel's post. */
    void post(JsonObject post, boolean edited, int position, PayloadItems items)
            throws MalformedPayloadException {
        JsonObject chat = post.requiredObject("chat");
        if (!isChannel(chat)) {
            throw chat.fault(
                    DeadLetterReason.UNKNOWN_VALUE, "type", "a channel's post is not in a channel");
        }
        if (saysNothing(post, edited, position, items)) {
            return;
        }
        long channel = TelegramIds.id(chat);
        long number = TelegramIds.number(post, "message_id");
        JsonObject sender = post.optionalObject("sender_chat");
        long author = sender == null ? channel : TelegramIds.id(sender);
        String messageId = TelegramIds.message(channel, number);
        items.emit(
                new Message(
                        messageId,
                        Platform.TELEGRAM,
                        MessageType.POST,
                        TelegramIds.chat(channel),
                        messageId,
                        null,
                        null,
                        TelegramIds.chat(author),
                        author == channel ? AuthorKind.COMMUNITY : AuthorKind.OTHER_COMMUNITY,
                        TelegramContent.text(post),
                        TelegramContent.attachments(post),
                        TelegramIds.url(chat, channel, number),
                        items.time(post, "date"),
                        edited && post.has("edit_date") ? items.time(post, "edit_date") : null,
                        items.receivedAt(),
                        edited ? Change.EDITED : Change.CREATED));
    }

    /** Emits what a group's message says: a link of its thread, a comment, or both. */
    void comment(JsonObject message, boolean edited, int position, PayloadItems items)
            throws MalformedPayloadException {
        JsonObject chat = message.requiredObject("chat");
        String type = type(chat);
        if (type.equals("private") || type.equals("channel")) {
            items.ignore(position, "A message of a " + type + " chat is no comment.");
            return;
        }
        long group = TelegramIds.id(chat);
        long number = TelegramIds.number(message, "message_id");
        if (message.isTrue("is_automatic_forward")) {
            forward(message, group, edited, position, items);
            return;
        }
        JsonObject replied = message.optionalObject("reply_to_message");
        if (replied != null && replied.isTrue("is_automatic_forward")) {
            ThreadLink link = TelegramForward.link(replied, group);
            if (link != null) {
                items.emit(link);
            }
        }
        if (saysNothing(message, edited, position, items)) {
            return;
        }
        if (message.isTrue("is_topic_message")) {
            items.ignore(position, "A message of a forum's topic is no comment.");
            return;
        }
        long root = root(message, replied);
        if (root == 0) {
            items.ignore(position, "A message of a group outside every thread is no comment.");
            return;
        }
        items.emit(comment(message, chat, group, number, root, replied, edited, items));
    }

    private static void forward(
            JsonObject message, long group, boolean edited, int position, PayloadItems items)
            throws MalformedPayloadException {
        ThreadLink link = TelegramForward.link(message, group);
        if (link != null) {
            items.emit(link);
        } else if (edited) {
            items.ignore(position, "An edited copy of a channel's post is known from the channel.");
        } else {
            throw message.fault(
                    DeadLetterReason.MISSING_FIELD,
                    "forward_origin",
                    "does not tell the channel's post");
        }
    }

    /** Service messages, and parts of an album that carry no caption. */
    private static boolean saysNothing(
            JsonObject message, boolean edited, int position, PayloadItems items) {
        String service = TelegramUpdates.service(message);
        if (service != null) {
            items.ignore(position, "A service message (" + service + ") says nothing.");
            return true;
        }
        if (message.has("media_group_id") && !message.has("caption") && !edited) {
            items.ignore(position, "A part of an album without a caption says nothing.");
            return true;
        }
        return false;
    }

    /** Number of the group's message that opens the thread; 0 outside every thread. */
    private static long root(JsonObject message, JsonObject replied)
            throws MalformedPayloadException {
        if (message.has("message_thread_id")) {
            return TelegramIds.number(message, "message_thread_id");
        }
        if (replied == null) {
            return 0;
        }
        return TelegramIds.number(
                replied, replied.has("message_thread_id") ? "message_thread_id" : "message_id");
    }

    private Message comment(
            JsonObject message,
            JsonObject chat,
            long group,
            long number,
            long root,
            JsonObject replied,
            boolean edited,
            PayloadItems items)
            throws MalformedPayloadException {
        String threadId = TelegramIds.message(group, root);
        long answered = replied == null ? root : TelegramIds.number(replied, "message_id");
        TelegramAuthor author = TelegramAuthor.of(message, group, pseudonymizer);
        return new Message(
                threadId + '_' + number,
                Platform.TELEGRAM,
                MessageType.COMMENT,
                TelegramIds.chat(group),
                threadId,
                answered == root ? threadId : threadId + '_' + answered,
                addressee(message, replied, answered != root, group),
                author.id(),
                author.kind(),
                TelegramContent.text(message),
                TelegramContent.attachments(message),
                TelegramIds.url(chat, group, number),
                items.time(message, "date"),
                edited && message.has("edit_date") ? items.time(message, "edit_date") : null,
                items.receivedAt(),
                edited ? Change.EDITED : Change.CREATED);
    }

    /** Whoever wrote the answered comment, else whom the text addresses first, else the post's. */
    private String addressee(JsonObject message, JsonObject replied, boolean deep, long group)
            throws MalformedPayloadException {
        if (deep) {
            return TelegramAuthor.of(replied, group, pseudonymizer).id();
        }
        long mentioned = TelegramContent.leadingMention(message);
        if (mentioned != 0) {
            return TelegramIds.person(mentioned, pseudonymizer);
        }
        return replied == null ? null : TelegramAuthor.of(replied, group, pseudonymizer).id();
    }
}
