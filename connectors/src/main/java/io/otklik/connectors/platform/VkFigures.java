package io.otklik.connectors.platform;

import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;

/** Reads the totals that stand beside a post or comment in an answer. */
final class VkFigures {

    private VkFigures() {}

    /** Emits a snapshot if the post carries any figure. */
    static void ofPost(JsonObject post, Message message, PayloadItems items)
            throws MalformedPayloadException {
        Long views = count(post, "views");
        Long likes = count(post, "likes");
        Long reposts = count(post, "reposts");
        Long comments = count(post, "comments");
        if (views != null || likes != null || reposts != null || comments != null) {
            emit(message, views, likes, reposts, comments, items);
        }
    }

    /** Emits a snapshot if the comment carries its likes. */
    static void ofComment(JsonObject comment, Message message, PayloadItems items)
            throws MalformedPayloadException {
        Long likes = count(comment, "likes");
        if (likes != null) {
            emit(message, null, likes, null, null, items);
        }
    }

    private static void emit(
            Message message,
            Long views,
            Long likes,
            Long reposts,
            Long comments,
            PayloadItems items) {
        items.emit(
                new Counter(
                        message.messageId(),
                        message.communityId(),
                        items.receivedAt(),
                        CounterKind.SNAPSHOT,
                        null,
                        null,
                        views,
                        likes,
                        reposts,
                        comments));
    }

    private static Long count(JsonObject item, String name) throws MalformedPayloadException {
        JsonObject figure = item.optionalObject(name);
        return figure == null || !figure.has("count")
                ? null
                : (Long) figure.requiredLong("count", 0, VkIds.LARGEST);
    }
}
