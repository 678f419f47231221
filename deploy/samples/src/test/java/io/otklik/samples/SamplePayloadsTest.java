package io.otklik.samples;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Change;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;
import io.otklik.schemas.Topic;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sound line has the shape that its platform documents. */
class SamplePayloadsTest {

    private final Set<String> known =
            SampleData.truths().stream().map(Truth::messageId).collect(Collectors.toSet());

    @Test
    void eachFileHoldsAFewBrokenLinesAndNoMore() {
        for (Topic topic : SampleWriter.FILES.keySet()) {
            long broken = SampleData.lines(topic).stream().filter(l -> !l.sound()).count();
            assertThat(broken).as("broken lines of %s", topic).isBetween(8L, 24L);
        }
    }

    @Test
    void vkEventsAreWhole() {
        Map<String, Integer> types = new HashMap<>();
        for (SampleData.Line line : sound(Topic.RAW_VK)) {
            JsonNode json = line.json();
            if (json.has("response")) {
                assertThat(json.at("/response/count").isIntegralNumber()).isTrue();
                assertThat(json.at("/response/items").isArray()).isTrue();
                types.merge(poll(json), 1, Integer::sum);
                continue;
            }
            String type = json.path("type").asText();
            types.merge(type, 1, Integer::sum);
            assertThat(json.path("group_id").isIntegralNumber()).isTrue();
            assertThat(json.path("event_id").asText()).matches("[0-9a-f]{40}");
            JsonNode object = json.path("object");
            if (type.startsWith("wall_reply_") && !type.endsWith("delete")) {
                reply(object);
            } else if (type.equals("wall_post_new")) {
                assertThat(object.path("owner_id").longValue())
                        .isEqualTo(-json.path("group_id").longValue());
                assertThat(object.path("text").asText()).isNotBlank();
            }
        }
        assertThat(types.keySet())
                .containsExactlyInAnyOrder(
                        "wall_post_new",
                        "wall_reply_new",
                        "wall_reply_edit",
                        "wall_reply_delete",
                        "wall_reply_restore",
                        "like_add",
                        "like_remove",
                        "group_join",
                        "group_leave",
                        "wall.get",
                        "wall.getComments");
    }

    private static String poll(JsonNode json) {
        return json.path("response").has("current_level_count") ? "wall.getComments" : "wall.get";
    }

    private void reply(JsonNode object) {
        assertThat(object.path("text").asText()).isNotBlank();
        assertThat(known)
                .contains(
                        "vk:%s_%s_%s"
                                .formatted(
                                        object.path("post_owner_id").asText(),
                                        object.path("post_id").asText(),
                                        object.path("id").asText()));
        assertThat(object.has("reply_to_comment"))
                .isEqualTo(!object.path("parents_stack").isEmpty());
    }

    @Test
    void telegramUpdatesAreWhole() {
        Map<String, Integer> kinds = new HashMap<>();
        Set<String> forwarded = new HashSet<>();
        for (SampleData.Line line : sound(Topic.RAW_TELEGRAM)) {
            JsonNode json = line.json();
            assertThat(json.path("update_id").isIntegralNumber()).isTrue();
            String kind =
                    json.properties().stream()
                            .map(Map.Entry::getKey)
                            .filter(k -> !k.equals("update_id") && !k.equals("receivedAt"))
                            .findFirst()
                            .orElseThrow();
            JsonNode message = json.path(kind);
            assertThat(message.at("/chat/id").longValue()).isLessThan(-1_000_000_000_000L);
            if (message.path("is_automatic_forward").asBoolean()) {
                kind = "forward";
                assertThat(message.at("/forward_origin/message_id").isIntegralNumber()).isTrue();
                forwarded.add(thread(message, "message_id"));
            } else if (kind.equals("message")) {
                assertThat(message.path("message_thread_id")).isEqualTo(root(message));
                assertThat(message.has("sender_chat"))
                        .isEqualTo(message.at("/from/is_bot").asBoolean());
            }
            kinds.merge(kind, 1, Integer::sum);
        }
        assertThat(kinds.keySet())
                .containsExactlyInAnyOrder(
                        "channel_post",
                        "edited_channel_post",
                        "forward",
                        "message",
                        "edited_message",
                        "message_reaction_count");
        for (SampleData.Line line : sound(Topic.RAW_TELEGRAM)) {
            JsonNode message = line.json().path("message");
            if (message.has("message_thread_id")) {
                assertThat(forwarded).contains(thread(message, "message_thread_id"));
            }
        }
    }

    private static JsonNode root(JsonNode message) {
        JsonNode answered = message.path("reply_to_message");
        return answered.path("is_automatic_forward").asBoolean()
                ? answered.path("message_id")
                : answered.path("message_thread_id");
    }

    private static String thread(JsonNode message, String field) {
        return message.at("/chat/id").asText() + '_' + message.path(field).asText();
    }

    @Test
    void okLinesAreMessages() throws MalformedPayloadException {
        JsonCodec<Message> codec = JsonCodec.of(Message.class);
        Set<Change> changes = new HashSet<>();
        for (SampleData.Line line : sound(Topic.RAW_MESSAGE)) {
            Message message = codec.decode(line.text().getBytes(StandardCharsets.UTF_8));
            changes.add(message.change());
            assertThat(known).contains(message.messageId(), message.threadId());
            if (message.authorId() != null) {
                assertThat(message.authorId()).matches("ok:\\d+");
            }
        }
        assertThat(changes).contains(Change.CREATED, Change.EDITED, Change.DELETED);
    }

    @Test
    void someLinesComeTwiceAndSomeBeforeWhatTheyFollow() {
        assertThat(repeated()).isGreaterThanOrEqualTo(5);
        assertThat(deletedBeforeCreated()).isGreaterThanOrEqualTo(1);
        assertThat(answeredBeforeAppeal()).isGreaterThanOrEqualTo(2);
    }

    private static long repeated() {
        Set<String> seen = new HashSet<>();
        return SampleWriter.FILES.keySet().stream()
                .flatMap(t -> sound(t).stream())
                .filter(l -> !seen.add(l.text()))
                .count();
    }

    private static long deletedBeforeCreated() {
        Set<String> created = new HashSet<>();
        long early = 0;
        for (SampleData.Line line : sound(Topic.RAW_VK)) {
            JsonNode object = line.json().path("object");
            String id = line.json().path("group_id") + "_" + object.path("id");
            String type = line.json().path("type").asText();
            if (type.equals("wall_reply_new")) {
                created.add(id);
            } else if (type.equals("wall_reply_delete") && !created.contains(id)) {
                early++;
            }
        }
        return early;
    }

    private static long answeredBeforeAppeal() {
        Set<String> created = new HashSet<>();
        long early = 0;
        for (SampleData.Line line : sound(Topic.RAW_VK)) {
            JsonNode object = line.json().path("object");
            if (line.json().path("type").asText().equals("wall_reply_new")) {
                String page = line.json().path("group_id") + "_";
                created.add(page + object.path("id"));
                if (object.has("reply_to_comment")
                        && !created.contains(page + object.path("reply_to_comment"))) {
                    early++;
                }
            }
        }
        return early;
    }

    private static List<SampleData.Line> sound(Topic topic) {
        return SampleData.lines(topic).stream().filter(SampleData.Line::sound).toList();
    }
}
