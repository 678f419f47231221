package io.otklik.connectors.platform;

import io.otklik.schemas.Change;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;

import java.util.List;

/** Reads one event of VK's Callback API. */
final class VkCallback {

    private static final int LONGEST_EVENT_ID = 200;

    private final VkWall wall;
    private final Pseudonymizer pseudonymizer;

    VkCallback(VkWall wall, Pseudonymizer pseudonymizer) {
        this.wall = wall;
        this.pseudonymizer = pseudonymizer;
    }

    void read(JsonObject event, PayloadItems items) {
        int position = items.next();
        try {
            String type = event.requiredString("type");
            switch (type) {
                case "wall_post_new" -> items.emit(wall.post(object(event), Change.CREATED, items));
                case "wall_reply_new" -> comment(event, Change.CREATED, items);
                case "wall_reply_edit" -> comment(event, Change.EDITED, items);
                case "wall_reply_restore" -> comment(event, Change.RESTORED, items);
                case "wall_reply_delete" -> comment(event, Change.DELETED, items);
                case "wall_repost" -> items.emit(repost(event, items));
                case "like_add" -> items.emit(like(event, type, 1L, items));
                case "like_remove" -> items.emit(like(event, type, -1L, items));
                default -> throw unread(type);
            }
        } catch (MalformedPayloadException e) {
            items.reject(position, null, e);
        }
    }

    private static MalformedPayloadException unread(String type) {
        return VkEvents.isIgnored(type)
                ? new MalformedPayloadException(
                        DeadLetterReason.IGNORED_EVENT,
                        type + " says nothing about a wall's messages.")
                : new MalformedPayloadException(
                        DeadLetterReason.UNKNOWN_EVENT,
                        "type: VK documents no event " + JsonPath.shown(type));
    }

    private static JsonObject object(JsonObject event) throws MalformedPayloadException {
        return event.requiredObject("object");
    }

    private void comment(JsonObject event, Change change, PayloadItems items)
            throws MalformedPayloadException {
        JsonObject object = object(event);
        items.emit(wall.comment(object, VkThread.of(object, event), change, items));
    }

    /** One repost more of the page's post; who shared it, and what they wrote, is not read. */
    private Counter repost(JsonObject event, PayloadItems items) throws MalformedPayloadException {
        JsonObject object = object(event);
        JsonArray history = object.optionalArray("copy_history");
        List<Object> copies = history == null ? List.of() : history.values();
        for (Object copy : copies) {
            if (copy instanceof JsonObject original && isOwn(original, event)) {
                VkThread post =
                        new VkThread(
                                VkIds.owner(original, "owner_id"), VkIds.number(original, "id"));
                long actor = VkIds.owner(object, "from_id");
                return change(event, post, post.messageId(), actor, null, 1L, items);
            }
        }
        throw new MalformedPayloadException(
                DeadLetterReason.IGNORED_EVENT,
                "wall_repost without a post of the page in copy_history does not tell what was"
                        + " shared.");
    }

    private static boolean isOwn(JsonObject original, JsonObject event) {
        boolean page = original.get("owner_id") instanceof Long owner && owner < 0;
        return page
                && (!(event.get("group_id") instanceof Long group)
                        || original.get("owner_id").equals(-group));
    }

    private Counter like(JsonObject event, String type, Long likes, PayloadItems items)
            throws MalformedPayloadException {
        JsonObject object = object(event);
        String liked = object.requiredString("object_type");
        boolean comment = liked.equals("comment");
        if (!comment && !liked.equals("post")) {
            throw otherLiked(object, type, liked);
        }
        VkThread post =
                new VkThread(
                        VkWall.page(VkIds.owner(object, "object_owner_id")),
                        VkIds.number(object, comment ? "post_id" : "object_id"));
        String messageId =
                comment
                        ? VkIds.comment(post.messageId(), VkIds.number(object, "object_id"))
                        : post.messageId();
        long actor = VkIds.owner(object, "liker_id");
        return change(event, post, messageId, actor, likes, null, items);
    }

    private static MalformedPayloadException otherLiked(
            JsonObject object, String type, String liked) {
        return VkEvents.isOtherLiked(liked)
                ? new MalformedPayloadException(
                        DeadLetterReason.IGNORED_EVENT,
                        type + " of a " + liked + " says nothing about a wall's messages.")
                : object.fault(
                        DeadLetterReason.UNKNOWN_VALUE,
                        "object_type",
                        "VK documents no likes of " + JsonPath.shown(liked));
    }

    private Counter change(
            JsonObject event,
            VkThread post,
            String messageId,
            long actor,
            Long likes,
            Long reposts,
            PayloadItems items)
            throws MalformedPayloadException {
        String actorId = VkIds.author(actor, pseudonymizer);
        String eventId = event.optionalString("event_id");
        if (eventId == null || eventId.isEmpty()) {
            // Old API versions send none. Without it, like, unlike and like again count as two.
            eventId = event.requiredString("type") + ':' + messageId + ':' + actorId;
        } else if (eventId.length() > LONGEST_EVENT_ID) {
            throw event.fault(
                    DeadLetterReason.OUT_OF_RANGE,
                    "event_id",
                    "longer than " + LONGEST_EVENT_ID + " characters");
        }
        return new Counter(
                messageId,
                post.communityId(),
                items.receivedAt(),
                CounterKind.CHANGE,
                TextMasker.mask(eventId),
                actorId,
                null,
                likes,
                reposts,
                null);
    }
}
