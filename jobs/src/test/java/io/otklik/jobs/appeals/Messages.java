package io.otklik.jobs.appeals;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.time.Instant;
import java.util.List;

/** Messages of one thread, {@code vk:-1_1} under page {@code vk:-1}, in a line each. */
final class Messages {

    static final String PAGE = "vk:-1";
    static final String THREAD = "vk:-1_1";
    static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    private Messages() {}

    static String id(int comment) {
        return THREAD + '_' + comment;
    }

    static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    static Message post() {
        return message(THREAD, null, null, PAGE, AuthorKind.COMMUNITY, "Новости двора", 0);
    }

    /** A resident's comment; {@code parent} 0: first level. */
    static Message resident(int comment, int parent, String author, String text, int minute) {
        return message(
                id(comment), parentId(parent), null, author, AuthorKind.PERSON, text, minute);
    }

    /** The page's own comment; {@code addressee} null: the platform does not say. */
    static Message official(int comment, int parent, String addressee, String text, int minute) {
        return message(
                id(comment), parentId(parent), addressee, PAGE, AuthorKind.COMMUNITY, text, minute);
    }

    /** A comment that another page than the post's wrote. */
    static Message anotherPage(int comment, int parent, String page, String text, int minute) {
        return message(
                id(comment),
                parentId(parent),
                null,
                page,
                AuthorKind.OTHER_COMMUNITY,
                text,
                minute);
    }

    static Message edited(Message message, String text, int minute) {
        return changed(message, Change.EDITED, text, minute);
    }

    static Message deleted(Message message, int minute) {
        return deletedBy(null, message, minute);
    }

    /** A deletion of which the platform tells who did it; {@code deleterId} null: it does not. */
    static Message deletedBy(String deleterId, Message message, int minute) {
        return new Message(
                message.messageId(),
                message.platform(),
                message.type(),
                message.communityId(),
                message.threadId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at(minute),
                Change.DELETED,
                deleterId);
    }

    static Message restored(Message message, int minute) {
        return changed(message, Change.RESTORED, message.text(), minute);
    }

    /** The same report, observed at another time. */
    static Message observedAt(Instant instant, Message message) {
        return told(message, message.change(), message.text(), message.editedAt(), instant);
    }

    private static Message changed(Message message, Change change, String text, int minute) {
        return told(message, change, text, at(minute), at(minute));
    }

    private static Message told(
            Message message, Change change, String text, Instant editedAt, Instant observedAt) {
        return new Message(
                message.messageId(),
                message.platform(),
                message.type(),
                message.communityId(),
                message.threadId(),
                message.parentId(),
                message.replyToAuthorId(),
                message.authorId(),
                message.authorKind(),
                text,
                List.of(),
                message.url(),
                message.publishedAt(),
                editedAt,
                observedAt,
                change);
    }

    private static String parentId(int parent) {
        return parent == 0 ? THREAD : id(parent);
    }

    private static Message message(
            String messageId,
            String parentId,
            String addressee,
            String author,
            AuthorKind kind,
            String text,
            int minute) {
        return new Message(
                messageId,
                Platform.VK,
                parentId == null ? MessageType.POST : MessageType.COMMENT,
                PAGE,
                THREAD,
                parentId,
                addressee,
                author,
                kind,
                text,
                List.of(),
                "https://vk.com/wall-1_1",
                at(minute),
                null,
                at(minute).plusSeconds(3),
                Change.CREATED);
    }
}
