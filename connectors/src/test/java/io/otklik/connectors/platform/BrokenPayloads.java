package io.otklik.connectors.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.schemas.DeadLetterReason;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Payloads that are broken in different ways: golden ones with one change each, and bytes that are
 * no JSON. Each gives exactly one rejection, and no two the same reason and detail. They are to be
 * read as received at {@link GoldenPayloads#RECEIVED_AT}.
 */
public final class BrokenPayloads {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigInteger HUGE = BigInteger.TEN.pow(30);
    private static final long YEAR_9999 = 253_402_300_799L;

    /**
     * One broken payload.
     *
     * @param format vk, telegram or message: which parser is to read it
     */
    public record BrokenPayload(
            String name, String format, byte[] payload, DeadLetterReason reason) {

        @Override
        public String toString() {
            return format + ": " + name;
        }
    }

    private final List<BrokenPayload> all = new ArrayList<>();

    private BrokenPayloads() {}

    /** All of them, always the same, in the same order. */
    public static List<BrokenPayload> all() {
        BrokenPayloads broken = new BrokenPayloads();
        broken.bytes();
        broken.vk();
        broken.telegram();
        broken.messages();
        return broken.all;
    }

    private void bytes() {
        BrokenBytes.all()
                .forEach((name, payload) -> add(name, "vk", payload.bytes(), payload.reason()));
    }

    private void vk() {
        Mutated reply = new Mutated("vk", golden("vk", "wall_reply_new_branch"), "/object");
        reply.number("id", 1);
        reply.number("post_id", 1);
        reply.person("from_id");
        reply.person("post_owner_id");
        reply.time("date");
        reply.text("text", true);
        reply.wrongTypes("parents_stack", "array");
        reply.put("parents_stack", JSON.arrayNode().add("x"), DeadLetterReason.WRONG_TYPE);
        reply.put("reply_to_comment", JSON.textNode("61"), DeadLetterReason.WRONG_TYPE);
        reply.put("reply_to_comment", JSON.numberNode(-1), DeadLetterReason.OUT_OF_RANGE);
        reply.put("reply_to_user", JSON.textNode("durov"), DeadLetterReason.WRONG_TYPE);
        reply.put("reply_to_user", JSON.numberNode(HUGE), DeadLetterReason.OUT_OF_RANGE);

        Mutated event = new Mutated("vk", golden("vk", "wall_reply_new"), "");
        event.missing("object");
        event.missing("type");
        event.wrongTypes("object", "object");
        event.wrongTypes("type", "string");
        event.put("type", JSON.textNode("wall_reply_maybe"), DeadLetterReason.UNKNOWN_EVENT);
        event.put("type", JSON.textNode("+7 900 000-11-22"), DeadLetterReason.UNKNOWN_EVENT);

        Mutated like = new Mutated("vk", golden("vk", "like_add"), "/object");
        like.person("liker_id");
        like.person("object_owner_id");
        like.number("object_id", 1);
        like.text("object_type", false);
        like.put("object_type", JSON.textNode("elephant"), DeadLetterReason.UNKNOWN_VALUE);
        like.put("object_type", JSON.textNode("video"), DeadLetterReason.IGNORED_EVENT);
        Mutated likeEvent = new Mutated("vk", golden("vk", "like_add"), "");
        likeEvent.put("event_id", JSON.numberNode(5), DeadLetterReason.WRONG_TYPE);
        likeEvent.put("event_id", JSON.textNode("e".repeat(500)), DeadLetterReason.OUT_OF_RANGE);

        ObjectNode answer = JSON.objectNode();
        answer.putObject("response")
                .putArray("items")
                .add(golden("vk", "wall_post_new").get("object"));
        Mutated post = new Mutated("vk", answer, "/response/items/0");
        post.number("id", 1);
        post.person("owner_id");
        post.person("from_id");
        post.time("date");
        post.text("text", true);
        post.wrongTypes("copy_history", "array");
        post.put("copy_history", JSON.arrayNode().add(7), DeadLetterReason.WRONG_TYPE);
        post.put("edited", JSON.textNode("today"), DeadLetterReason.WRONG_TYPE);
        post.put("edited", JSON.numberNode(5), DeadLetterReason.OUT_OF_RANGE);
        for (String figure : List.of("views", "likes", "reposts", "comments")) {
            post.put(figure, JSON.numberNode(5), DeadLetterReason.WRONG_TYPE);
            post.put(figure, JSON.objectNode().put("count", "many"), DeadLetterReason.WRONG_TYPE);
            post.put(figure, JSON.objectNode().put("count", -1), DeadLetterReason.OUT_OF_RANGE);
        }
        Mutated list = new Mutated("vk", answer, "/response");
        list.missing("items");
        list.wrongTypes("items", "array");
        list.put("items", JSON.arrayNode().add("x"), DeadLetterReason.WRONG_TYPE);

        ArrayNode comments = JSON.arrayNode().add(golden("vk", "bare_comment"));
        Mutated comment = new Mutated("vk", comments, "/0");
        comment.number("id", 1);
        comment.person("owner_id");
        comment.put("thread", JSON.textNode("x"), DeadLetterReason.WRONG_TYPE);
        comment.put("thread", JSON.objectNode().put("items", 5), DeadLetterReason.WRONG_TYPE);
        ObjectNode thread = JSON.objectNode();
        thread.putArray("items").add(true);
        comment.put("thread", thread, DeadLetterReason.WRONG_TYPE);
    }

    private void telegram() {
        Mutated post = new Mutated("telegram", golden("telegram", "channel_post"), "/channel_post");
        post.number("message_id", 1);
        post.time("date");
        post.text("text", true);
        post.missing("chat");
        post.wrongTypes("chat", "object");
        post.put("sender_chat", JSON.numberNode(1), DeadLetterReason.WRONG_TYPE);
        Mutated chat =
                new Mutated("telegram", golden("telegram", "channel_post"), "/channel_post/chat");
        chat.person("id");
        chat.text("type", false);
        chat.put("type", JSON.textNode("castle"), DeadLetterReason.UNKNOWN_VALUE);
        chat.put("type", JSON.textNode("group"), DeadLetterReason.UNKNOWN_VALUE);

        Mutated comment =
                new Mutated("telegram", golden("telegram", "comment_to_comment"), "/message");
        comment.number("message_id", 1);
        comment.number("message_thread_id", 1, false);
        comment.time("date");
        comment.text("text", true);
        comment.wrongTypes("from", "object");
        comment.missing("from");
        comment.wrongTypes("reply_to_message", "object");
        Mutated from =
                new Mutated("telegram", golden("telegram", "comment_to_comment"), "/message/from");
        from.person("id");
        Mutated replied =
                new Mutated(
                        "telegram",
                        golden("telegram", "comment_to_comment"),
                        "/message/reply_to_message");
        replied.number("message_id", 1);
        Mutated mention =
                new Mutated("telegram", golden("telegram", "comment_text_mention"), "/message");
        mention.put("entities", JSON.textNode("x"), DeadLetterReason.WRONG_TYPE);
        Mutated edit =
                new Mutated("telegram", golden("telegram", "edited_message"), "/edited_message");
        edit.put("edit_date", JSON.textNode("today"), DeadLetterReason.WRONG_TYPE);
        edit.put("edit_date", JSON.numberNode(YEAR_9999), DeadLetterReason.OUT_OF_RANGE);
        Mutated forward =
                new Mutated("telegram", golden("telegram", "automatic_forward"), "/message");
        forward.missing("forward_origin");
        forward.wrongTypes("forward_origin", "object");
        Mutated origin =
                new Mutated(
                        "telegram",
                        golden("telegram", "automatic_forward"),
                        "/message/forward_origin");
        origin.missing("chat");
        origin.put("message_id", JSON.numberNode(0), DeadLetterReason.OUT_OF_RANGE);

        Mutated reactions =
                new Mutated(
                        "telegram",
                        golden("telegram", "message_reaction_count"),
                        "/message_reaction_count");
        reactions.number("message_id", 1);
        reactions.time("date");
        reactions.missing("reactions");
        reactions.wrongTypes("reactions", "array");
        reactions.put("reactions", JSON.arrayNode().add(1), DeadLetterReason.WRONG_TYPE);
        Mutated reaction =
                new Mutated(
                        "telegram",
                        golden("telegram", "message_reaction_count"),
                        "/message_reaction_count/reactions/1");
        reaction.number("total_count", 0);

        Mutated update = new Mutated("telegram", golden("telegram", "channel_post"), "");
        update.missing("channel_post", "message");
        update.wrongTypes("channel_post", "object");
        update.put("message", JSON.objectNode(), DeadLetterReason.UNKNOWN_VALUE);
        Mutated results = new Mutated("telegram", golden("telegram", "get_updates"), "");
        results.wrongTypes("result", "array");
        results.missing("result");
        add(
                "a message without its update",
                "telegram",
                "{\"message_id\":1}".getBytes(StandardCharsets.UTF_8),
                DeadLetterReason.MISSING_FIELD);
    }

    private void messages() {
        Mutated message = new Mutated("message", golden("message", "comment"), "");
        for (String id : List.of("messageId", "communityId", "threadId", "authorId")) {
            message.text(id, false);
            message.put(id, JSON.textNode("fb:1"), DeadLetterReason.UNKNOWN_VALUE);
            message.put(id, JSON.textNode("ok:1 2"), DeadLetterReason.UNKNOWN_VALUE);
            message.put(id, JSON.textNode("ok:" + "1".repeat(300)), DeadLetterReason.OUT_OF_RANGE);
        }
        for (String name : List.of("platform", "change", "authorKind")) {
            message.text(name, false);
            message.put(name, JSON.textNode("NONE_SUCH"), DeadLetterReason.UNKNOWN_VALUE);
        }
        // Its other faults read like those of a VK event's type.
        message.put("type", JSON.textNode("NONE_SUCH"), DeadLetterReason.UNKNOWN_VALUE);
        message.text("text", false);
        for (String time : List.of("publishedAt", "observedAt", "editedAt")) {
            message.put(time, JSON.textNode("yesterday"), DeadLetterReason.UNKNOWN_VALUE);
            message.put(time, JSON.textNode("9999-12-31T23:59:59Z"), DeadLetterReason.OUT_OF_RANGE);
            message.put(time, JSON.textNode("1970-01-01T00:00:00Z"), DeadLetterReason.OUT_OF_RANGE);
            message.put(time, JSON.numberNode(1_791_180_000), DeadLetterReason.WRONG_TYPE);
        }
        message.missing("publishedAt");
        message.put("url", JSON.textNode("javascript:alert(1)"), DeadLetterReason.UNKNOWN_VALUE);
        message.put("url", JSON.textNode("https://a b"), DeadLetterReason.UNKNOWN_VALUE);
        message.put("attachments", JSON.textNode("photo"), DeadLetterReason.WRONG_TYPE);
        message.put("attachments", JSON.arrayNode().add(1), DeadLetterReason.WRONG_TYPE);
        message.put("replyToAuthorId", JSON.numberNode(7001), DeadLetterReason.WRONG_TYPE);
        message.put("parentId", JSON.textNode("6001"), DeadLetterReason.UNKNOWN_VALUE);
        Mutated post = new Mutated("message", golden("message", "post"), "");
        post.put("threadId", JSON.textNode("max:-5_2"), DeadLetterReason.UNKNOWN_VALUE);
        add(
                "an array",
                "message",
                "[]".getBytes(StandardCharsets.UTF_8),
                DeadLetterReason.WRONG_TYPE);
    }

    private void add(String name, String format, byte[] payload, DeadLetterReason reason) {
        all.add(new BrokenPayload(name, format, payload, reason));
    }

    private static JsonNode golden(String format, String name) {
        return GoldenPayloads.all().stream()
                .filter(golden -> golden.format().equals(format) && golden.name().equals(name))
                .findFirst()
                .orElseThrow()
                .payload();
    }

    /** A payload of which one object's members are changed, one at a time. */
    private final class Mutated {
        private final String format;
        private final JsonNode payload;
        private final String pointer;

        Mutated(String format, JsonNode payload, String pointer) {
            this.format = format;
            this.payload = payload;
            this.pointer = pointer;
        }

        void number(String name, long smallest) {
            number(name, smallest, true);
        }

        void number(String name, long smallest, boolean required) {
            if (required) {
                missing(name);
                put(name, JSON.nullNode(), DeadLetterReason.WRONG_TYPE);
            }
            wrongTypes(name, "integer");
            put(name, JSON.numberNode(smallest - 1), DeadLetterReason.OUT_OF_RANGE);
            put(name, JSON.numberNode(-1_000_000), DeadLetterReason.OUT_OF_RANGE);
            put(name, JSON.numberNode(HUGE), DeadLetterReason.OUT_OF_RANGE);
        }

        void person(String name) {
            if (!name.equals("post_owner_id")) {
                missing(name);
            }
            wrongTypes(name, "integer");
            put(name, JSON.numberNode(0), DeadLetterReason.OUT_OF_RANGE);
            put(name, JSON.numberNode(HUGE), DeadLetterReason.OUT_OF_RANGE);
        }

        void time(String name) {
            missing(name);
            wrongTypes(name, "integer");
            put(name, JSON.numberNode(0), DeadLetterReason.OUT_OF_RANGE);
            put(name, JSON.numberNode(-1), DeadLetterReason.OUT_OF_RANGE);
            put(name, JSON.numberNode(YEAR_9999), DeadLetterReason.OUT_OF_RANGE);
            put(name, JSON.numberNode(HUGE), DeadLetterReason.OUT_OF_RANGE);
        }

        void text(String name, boolean optional) {
            if (!optional) {
                missing(name);
            }
            wrongTypes(name, "string");
        }

        void wrongTypes(String name, String right) {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            values.put("string", JSON.textNode("x"));
            values.put("object", JSON.objectNode());
            values.put("array", JSON.arrayNode());
            values.put("boolean", JSON.booleanNode(true));
            values.put("integer", JSON.numberNode(7));
            values.put("fraction", JSON.numberNode(1.5));
            values.remove(right);
            values.values().forEach(value -> put(name, value, DeadLetterReason.WRONG_TYPE));
        }

        void missing(String name) {
            missing(name, name);
        }

        /** Removes a member; the sentence will name {@code told}. */
        void missing(String name, String told) {
            ObjectNode changed = copy();
            ((ObjectNode) changed.at("/root" + pointer)).remove(name);
            add(pointer + '/' + told + " missing", changed, DeadLetterReason.MISSING_FIELD);
        }

        void put(String name, JsonNode value, DeadLetterReason reason) {
            ObjectNode changed = copy();
            ((ObjectNode) changed.at("/root" + pointer)).set(name, value);
            String shown = value.toString();
            add(
                    pointer
                            + '/'
                            + name
                            + " = "
                            + (shown.length() > 40 ? shown.substring(0, 40) + '…' : shown),
                    changed,
                    reason);
        }

        private ObjectNode copy() {
            ObjectNode root = JSON.objectNode();
            root.set("root", payload.deepCopy());
            return root;
        }

        private void add(String name, ObjectNode changed, DeadLetterReason reason) {
            BrokenPayloads.this.add(
                    name,
                    format,
                    changed.get("root").toString().getBytes(StandardCharsets.UTF_8),
                    reason);
        }
    }
}
