package io.otklik.connectors.platform;

import io.otklik.schemas.MalformedPayloadException;

/** The post that a comment stands under, or the post itself. */
final class VkThread {

    private final long owner;
    private final String communityId;
    private final String messageId;

    /**
     * @param owner the page, negative
     * @param post number of the post on the page's wall
     */
    VkThread(long owner, long post) {
        this.owner = owner;
        this.communityId = VkIds.community(owner);
        this.messageId = communityId + '_' + post;
    }

    /**
     * Reads it from a comment. VK names the owner {@code post_owner_id} in events, {@code owner_id}
     * in answers and in deletions, and in old events not at all but by the event's {@code
     * group_id}.
     *
     * @param event the event around the comment, null in an answer
     */
    static VkThread of(JsonObject comment, JsonObject event) throws MalformedPayloadException {
        long owner;
        if (comment.has("post_owner_id")) {
            owner = VkIds.owner(comment, "post_owner_id");
        } else if (comment.has("owner_id") || event == null || !event.has("group_id")) {
            owner = VkIds.owner(comment, "owner_id");
        } else {
            owner = -VkIds.number(event, "group_id");
        }
        return new VkThread(VkWall.page(owner), VkIds.number(comment, "post_id"));
    }

    long owner() {
        return owner;
    }

    String communityId() {
        return communityId;
    }

    /** Id of the post, and so of the thread. */
    String messageId() {
        return messageId;
    }

    String url() {
        return "https://vk.com/wall" + VkIds.local(messageId);
    }
}
