package io.otklik.connectors.platform;

import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Message;

/**
 * Gives comments of a discussion group their final ids.
 *
 * <p>Provisional: community {@code telegram:-100group}, thread {@code telegram:-100group_root},
 * message {@code telegram:-100group_root_number}. Final: community {@code telegram:-100channel},
 * thread {@code telegram:-100channel_post}, message {@code telegram:-100channel_post_number}.
 */
public final class TelegramThreads {

    private TelegramThreads() {}

    /**
     * The comment under its channel's post.
     *
     * @throws IllegalArgumentException if the link is another thread's
     */
    public static Message resolve(Message provisional, ThreadLink link) {
        if (!provisional.threadId().equals(link.groupThreadId())) {
            throw new IllegalArgumentException(
                    "Message %s stands in thread %s, the link joins %s."
                            .formatted(
                                    provisional.messageId(),
                                    provisional.threadId(),
                                    link.groupThreadId()));
        }
        String messageId = moved(provisional.messageId(), link);
        boolean byChannel = link.communityId().equals(provisional.authorId());
        return new Message(
                messageId,
                provisional.platform(),
                provisional.type(),
                link.communityId(),
                link.postId(),
                provisional.parentId() == null ? null : moved(provisional.parentId(), link),
                provisional.replyToAuthorId(),
                provisional.authorId(),
                byChannel ? AuthorKind.COMMUNITY : provisional.authorKind(),
                provisional.text(),
                provisional.attachments(),
                url(provisional, messageId, link),
                provisional.publishedAt(),
                provisional.editedAt(),
                provisional.observedAt(),
                provisional.change(),
                provisional.deleterId());
    }

    private static String moved(String id, ThreadLink link) {
        return link.postId() + id.substring(link.groupThreadId().length());
    }

    private static String url(Message provisional, String messageId, ThreadLink link) {
        return link.postUrl() == null
                ? provisional.url()
                : link.postUrl()
                        + "?comment="
                        + messageId.substring(messageId.lastIndexOf('_') + 1);
    }
}
