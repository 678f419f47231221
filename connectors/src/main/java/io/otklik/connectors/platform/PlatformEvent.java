package io.otklik.connectors.platform;

import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Message;

/**
 * What one item of a payload says; exactly one component is set. A record, not a sealed family, so
 * that Flink serialises it as a POJO.
 *
 * @param threadLink joins a Telegram discussion thread to the channel post that it stands under
 */
public record PlatformEvent(
        Message message, Counter counter, ThreadLink threadLink, Rejection rejection) {

    public static PlatformEvent of(Message message) {
        return new PlatformEvent(message, null, null, null);
    }

    public static PlatformEvent of(Counter counter) {
        return new PlatformEvent(null, counter, null, null);
    }

    public static PlatformEvent of(ThreadLink link) {
        return new PlatformEvent(null, null, link, null);
    }

    public static PlatformEvent of(Rejection rejection) {
        return new PlatformEvent(null, null, null, rejection);
    }

    /**
     * Telegram shows comments in a discussion group whose threads start with a forwarded copy of
     * the channel's post. Until the copy is seen, a comment carries the group's ids ({@code
     * telegram:-100group_root}).
     *
     * @param groupThreadId the thread's id in the group
     * @param communityId the channel
     * @param postId the channel post's {@code messageId}; {@code
     *     telegram:-100channel_-100group.root} of a post that the channel had forwarded from
     *     elsewhere, whose number nothing tells
     * @param postUrl link to the post, by the channel's public name if it has one; may be null
     */
    public record ThreadLink(
            String groupThreadId, String communityId, String postId, String postUrl) {}

    /**
     * An item that gives no record.
     *
     * @param position place of the item inside the payload
     * @param payload the item, masked, at most {@link io.otklik.schemas.DeadLetter#PAYLOAD_LIMIT}
     *     bytes
     */
    public record Rejection(int position, DeadLetterReason reason, String detail, String payload) {}
}
