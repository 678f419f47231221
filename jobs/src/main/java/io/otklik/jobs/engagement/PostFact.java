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
        return new PostFact(
                message.communityId(),
                message.threadId(),
                Hashes.of(message.messageId()),
                message.messageId().equals(message.threadId()),
                MessageFact.of(message),
                null);
    }

    public static PostFact of(Counter counter) {
        String threadId = threadId(counter);
        return new PostFact(
                counter.communityId(),
                threadId,
                Hashes.of(counter.messageId()),
                counter.messageId().equals(threadId),
                null,
                CountFact.of(counter));
    }

    /** A counter names only what it counts: {@code page_post} or {@code page_post_comment}. */
    private static String threadId(Counter counter) {
        String id = counter.messageId();
        int post = counter.communityId().length() + 1;
        boolean ofPage =
                id.length() > post
                        && id.startsWith(counter.communityId())
                        && id.charAt(post - 1) == '_';
        int comment = ofPage ? id.indexOf('_', post) : -1;
        return comment < 0 ? id : id.substring(0, comment);
    }
}
