package io.otklik.connectors.platform;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;

import java.time.Instant;

/** Reads posts and comments of VK walls. */
final class VkWall {

    private final Pseudonymizer pseudonymizer;

    VkWall(Pseudonymizer pseudonymizer) {
        this.pseudonymizer = pseudonymizer;
    }

    /** A post of an answer: its message, then its figures. */
    void listedPost(JsonObject post, PayloadItems items) {
        int position = items.next();
        try {
            Message message = post(post, change(post, "is_deleted"), items);
            items.emit(message);
            VkFigures.ofPost(post, message, items);
        } catch (MalformedPayloadException e) {
            items.reject(position, post, e);
        }
    }

    /**
     * A comment of an answer: its message, its likes, then the comments of its branch, which go on
     * even if it is bad itself.
     *
     * @param above the thread of the comment whose branch this is; null on the first level
     */
    void listedComment(JsonObject comment, VkThread above, PayloadItems items) {
        int position = items.next();
        VkThread thread = above;
        try {
            if (above == null || comment.has("post_id")) {
                thread = VkThread.of(comment, null);
            }
            Message message = comment(comment, thread, change(comment, "deleted"), items);
            items.emit(message);
            VkFigures.ofComment(comment, message, items);
        } catch (MalformedPayloadException e) {
            items.reject(position, comment, e);
        }
        if (comment.has("thread")) {
            branch(comment, thread, items);
        }
    }

    private void branch(JsonObject comment, VkThread thread, PayloadItems items) {
        try {
            JsonArray answers = comment.requiredObject("thread").optionalArray("items");
            if (answers == null) {
                return;
            }
            int index = 0;
            for (Object answer : answers.values()) {
                if (answer instanceof JsonObject object) {
                    listedComment(object, thread, items);
                } else {
                    items.reject(items.next(), null, answers.wrongElement(index, "object"));
                }
                index++;
            }
        } catch (MalformedPayloadException e) {
            items.reject(items.next(), comment, e);
        }
    }

    /**
     * Of an edited post or comment only the newest text is known: the change is EDITED, and its
     * {@code publishedAt} tells that it was created.
     */
    private static Change change(JsonObject item, String deleted) throws MalformedPayloadException {
        if (item.isTrue(deleted)) {
            return Change.DELETED;
        }
        return item.optionalLong("edited", Long.MIN_VALUE, Long.MAX_VALUE, 0) == 0
                ? Change.CREATED
                : Change.EDITED;
    }

    /** The message of a post. */
    Message post(JsonObject post, Change change, PayloadItems items)
            throws MalformedPayloadException {
        VkThread thread =
                new VkThread(page(VkIds.owner(post, "owner_id")), VkIds.number(post, "id"));
        ignoreUnpublished(post);
        String messageId = thread.messageId();
        return message(
                post, thread, messageId, MessageType.POST, null, thread.url(), change, items);
    }

    /**
     * Nobody can read, nor answer, what stands on no wall; published, it comes by another number.
     */
    private static void ignoreUnpublished(JsonObject post) throws MalformedPayloadException {
        Object type = post.get("post_type");
        if ("postpone".equals(type)) {
            throw new MalformedPayloadException(
                    DeadLetterReason.IGNORED_EVENT, "The post is planned and not yet published.");
        }
        if ("suggest".equals(type)) {
            throw new MalformedPayloadException(
                    DeadLetterReason.IGNORED_EVENT,
                    "The post is suggested to the page and not published.");
        }
    }

    /** The message of a comment. */
    Message comment(JsonObject comment, VkThread thread, Change change, PayloadItems items)
            throws MalformedPayloadException {
        long number = VkIds.number(comment, "id");
        String postId = thread.messageId();
        long[] parents = parents(comment);
        long answered = comment.optionalLong("reply_to_comment", 0, VkIds.LARGEST, 0);
        long parent = answered == 0 ? parents[1] : answered;
        String url = thread.url() + "?reply=" + number;
        return message(
                comment,
                thread,
                VkIds.comment(postId, number),
                MessageType.COMMENT,
                parent == 0 ? postId : VkIds.comment(postId, parent),
                parents[0] == 0 ? url : url + "&thread=" + parents[0],
                change,
                items);
    }

    private Message message(
            JsonObject item,
            VkThread thread,
            String messageId,
            MessageType type,
            String parentId,
            String url,
            Change change,
            PayloadItems items)
            throws MalformedPayloadException {
        if (change == Change.DELETED) {
            return new Message(
                    messageId,
                    Platform.VK,
                    type,
                    thread.communityId(),
                    thread.messageId(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    url,
                    null,
                    null,
                    items.receivedAt(),
                    change,
                    deleter(item));
        }
        long author = VkIds.owner(item, "from_id");
        Instant publishedAt = items.time(item, "date");
        Instant editedAt =
                change == Change.EDITED && item.has("edited") ? items.time(item, "edited") : null;
        String text = text(item);
        return new Message(
                messageId,
                Platform.VK,
                type,
                thread.communityId(),
                thread.messageId(),
                parentId,
                type == MessageType.POST ? null : addressee(item, text),
                VkIds.author(author, pseudonymizer),
                kind(author, thread.owner()),
                TextMasker.mask(VkQuotes.append(item, text)),
                VkAttachments.of(item),
                url,
                publishedAt,
                editedAt,
                items.receivedAt(),
                change);
    }

    /** An event does not name whose comment it was: who reads it on compares. */
    private String deleter(JsonObject item) throws MalformedPayloadException {
        long deleter = VkIds.optionalOwner(item, "deleter_id");
        return deleter == 0 ? null : VkIds.author(deleter, pseudonymizer);
    }

    /** The wall must be a page's. */
    static long page(long owner) throws MalformedPayloadException {
        if (owner > 0) {
            throw new MalformedPayloadException(
                    DeadLetterReason.IGNORED_EVENT,
                    "The wall is a person's, not a page's: only pages are watched.");
        }
        return owner;
    }

    private static AuthorKind kind(long author, long page) {
        if (author > 0) {
            return AuthorKind.PERSON;
        }
        return author == page ? AuthorKind.COMMUNITY : AuthorKind.OTHER_COMMUNITY;
    }

    /** A post without words has no text. */
    static String text(JsonObject item) throws MalformedPayloadException {
        String text = item.optionalString("text");
        return text == null ? "" : text;
    }

    private String addressee(JsonObject comment, String text) throws MalformedPayloadException {
        long named = VkIds.optionalOwner(comment, "reply_to_user");
        if (named == 0) {
            Mention mention = Mention.leading(text);
            named = mention == null ? 0 : mention.ownerId();
        }
        return named == 0 ? null : VkIds.author(named, pseudonymizer);
    }

    /** The root of the comment's branch and the nearest comment above it, each 0 for none. */
    private static long[] parents(JsonObject comment) throws MalformedPayloadException {
        JsonArray stack = comment.optionalArray("parents_stack");
        if (stack == null || stack.values().isEmpty()) {
            return new long[2];
        }
        return new long[] {parent(stack, 0), parent(stack, stack.values().size() - 1)};
    }

    private static long parent(JsonArray stack, int index) throws MalformedPayloadException {
        if (stack.values().get(index) instanceof Long number
                && number >= 0
                && number <= VkIds.LARGEST) {
            return number;
        }
        throw stack.wrongElement(index, "a comment's number");
    }
}
