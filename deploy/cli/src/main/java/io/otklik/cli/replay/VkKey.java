package io.otklik.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Platform;

/** Key of a VK payload: owner and post of a callback event, or of the first item of an answer. */
final class VkKey {

    private VkKey() {}

    static String of(JsonNode payload) {
        JsonNode object = payload.path("object");
        if (object.isObject()) {
            return event(payload.path("type").asText(), object, payload.path("group_id"));
        }
        JsonNode item = payload.path("response").path("items").path(0);
        return item.has("post_id")
                ? key(item.path("owner_id"), item.path("post_id"))
                : key(item.path("owner_id"), item.path("id"));
    }

    private static String event(String type, JsonNode object, JsonNode group) {
        if (type.startsWith("wall_post_")) {
            return key(object.path("owner_id"), object.path("id"));
        }
        if (type.startsWith("like_")) {
            boolean post = object.path("object_type").asText().equals("post");
            return key(object.path("object_owner_id"), object.path(post ? "object_id" : "post_id"));
        }
        if (object.has("post_owner_id")) {
            return key(object.path("post_owner_id"), object.path("post_id"));
        }
        if (object.has("owner_id")) {
            return key(object.path("owner_id"), object.path("post_id"));
        }
        return group.isIntegralNumber() && object.has("post_id")
                ? Platform.VK.id("-" + group.asText() + '_' + object.path("post_id").asText())
                : null;
    }

    private static String key(JsonNode owner, JsonNode post) {
        return owner.isIntegralNumber() && post.isIntegralNumber()
                ? Platform.VK.id(owner.asText() + '_' + post.asText())
                : null;
    }
}
