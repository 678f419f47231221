package io.otklik.connectors.platform;

import io.otklik.schemas.MalformedPayloadException;

/**
 * The post that a comment stands under.
 *
 * @param owner the page, negative
 * @param post number of the post on the page's wall
 */
record VkThread(long owner, long post) {

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
        return new VkThread(VkWall.page(comment, owner), VkIds.number(comment, "post_id"));
    }

    String messageId() {
        return VkIds.post(owner, post);
    }

    String url() {
        return "https://vk.com/wall" + owner + '_' + post;
    }
}
