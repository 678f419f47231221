package io.otklik.connectors.platform;

import io.otklik.schemas.MalformedPayloadException;

/**
 * Reads VK: events of the Callback API, and answers of {@code wall.get}, {@code wall.getById} and
 * {@code wall.getComments} as {@code {"response": …}}, {@code {"items": […]}}, a bare array, or one
 * bare post or comment.
 *
 * <p>A callback event gives one event; an item of an answer gives a message and, where it carries
 * figures, a snapshot. A bad item of an answer is rejected with its place and the others go on.
 *
 * <p>Strict are ids, author, time, text, what is answered and what is quoted: a fault in one
 * rejects the item. A fault in an item's figures rejects the figures alone. Kinds of attachments
 * are read leniently, for nothing depends on them. Members that are not read may be anything. A
 * callback's {@code secret} is never read: the gateway has checked it.
 */
public final class VkPayloadParser extends JsonPayloadParser {

    private final VkCallback callback;
    private final VkWall wall;

    public VkPayloadParser(Pseudonymizer pseudonymizer) {
        this.wall = new VkWall(pseudonymizer);
        this.callback = new VkCallback(wall, pseudonymizer);
    }

    @Override
    void read(Object root, PayloadItems items) throws MalformedPayloadException {
        if (root instanceof JsonArray array) {
            list(array, items);
        } else if (root instanceof JsonObject object) {
            read(object, items);
        } else {
            throw wrongRoot("object or array", root);
        }
    }

    private void read(JsonObject object, PayloadItems items) throws MalformedPayloadException {
        if (object.has("object") || object.has("group_id") && object.has("type")) {
            callback.read(object, items);
        } else if (object.has("response")) {
            response(object, items);
        } else if (object.has("items")) {
            list(object.requiredArray("items"), items);
        } else if (object.has("error")) {
            JsonObject error = object.requiredObject("error");
            items.ignore(
                    items.next(),
                    "VK answered with error "
                            + error.requiredLong("error_code", 0, Integer.MAX_VALUE)
                            + ".");
        } else if (isItem(object)) {
            item(object, items);
        } else {
            callback.read(object, items);
        }
    }

    private void response(JsonObject root, PayloadItems items) throws MalformedPayloadException {
        if (root.get("response") instanceof JsonArray array) {
            list(array, items);
        } else {
            list(root.requiredObject("response").requiredArray("items"), items);
        }
    }

    private void list(JsonArray array, PayloadItems items) {
        int index = 0;
        for (Object element : array.values()) {
            if (element instanceof JsonObject object && object.has("items")) {
                page(object, items);
            } else if (element instanceof JsonObject object) {
                item(object, items);
            } else {
                items.reject(items.next(), null, array.wrongElement(index, "object"));
            }
            index++;
        }
    }

    private void page(JsonObject object, PayloadItems items) {
        try {
            list(object.requiredArray("items"), items);
        } catch (MalformedPayloadException e) {
            items.reject(items.next(), object, e);
        }
    }

    private void item(JsonObject object, PayloadItems items) {
        if (isComment(object)) {
            wall.listedComment(object, null, items);
        } else {
            wall.listedPost(object, items);
        }
    }

    private static boolean isItem(JsonObject object) {
        return object.has("inner_type")
                || object.has("post_type")
                || object.has("owner_id")
                || object.has("post_owner_id")
                || object.has("from_id");
    }

    /** A wall also lists comments in the form of posts, marked as replies. */
    private static boolean isComment(JsonObject object) {
        if (object.has("post_type")) {
            return "reply".equals(object.get("post_type"));
        }
        if (object.has("inner_type")) {
            return !"wall_wallpost".equals(object.get("inner_type"));
        }
        return object.has("post_id") || object.has("post_owner_id") || object.has("parents_stack");
    }
}
