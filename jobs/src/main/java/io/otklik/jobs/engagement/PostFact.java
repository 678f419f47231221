package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableType;
import io.otklik.schemas.Counter;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A fact about a post or what stands under it, as far as it counts: no text goes further than this.
 *
 * @param threadId the post's messageId
 * @param messageId hash of whose fact it is
 * @param ofPost whether that is the post itself
 * @param message what one change tells; null: a counter
 * @param counter null: a message
 */
public record PostFact(
        String communityId,
        String threadId,
        long messageId,
        boolean ofPost,
        MessageFact message,
        CountFact counter) {

    /** Between tasks. */
    static final TypeInformation<PostFact> TYPE =
            ImmutableType.of(PostFact.class, PostFactSerializer.INSTANCE);

    public static PostFact of(Message message) {
        return of(
                message.communityId(),
                message.threadId(),
                message.messageId(),
                MessageFact.of(message));
    }

    public static PostFact of(Counter counter) {
        return of(counter.communityId(), counter.messageId(), CountFact.of(counter));
    }

    static PostFact of(String communityId, String threadId, String messageId, MessageFact fact) {
        return new PostFact(
                communityId,
                threadId,
                Hashes.of(messageId),
                messageId.equals(threadId),
                fact,
                null);
    }

    static PostFact of(String communityId, String messageId, CountFact fact) {
        String threadId = threadId(communityId, messageId);
        return new PostFact(
                communityId,
                threadId,
                Hashes.of(messageId),
                messageId.equals(threadId),
                null,
                fact);
    }

    /** When it happened, epoch milliseconds: the event time of its record. */
    long at() {
        return message == null ? counter.at() : message.latest().changedAt();
    }

    /** A counter names only what it counts: {@code page_post} or {@code page_post_comment}. */
    private static String threadId(String communityId, String id) {
        int post = communityId.length() + 1;
        boolean ofPage =
                id.length() > post && id.startsWith(communityId) && id.charAt(post - 1) == '_';
        int comment = ofPage ? id.indexOf('_', post) : -1;
        return comment < 0 ? id : id.substring(0, comment);
    }
}
