package io.otklik.jobs.engagement;

import io.otklik.schemas.Counter;
import io.otklik.schemas.Message;

/** A fact about a post or what stands under it. One of the components is set, the other is null. */
public record PostFact(Message message, Counter counter) {

    public static PostFact of(Message message) {
        return new PostFact(message, null);
    }

    public static PostFact of(Counter counter) {
        return new PostFact(null, counter);
    }

    /**
     * The post's messageId. A counter names only what it counts: {@code page_post} or {@code
     * page_post_comment}.
     */
    String threadId() {
        if (message != null) {
            return message.threadId();
        }
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
