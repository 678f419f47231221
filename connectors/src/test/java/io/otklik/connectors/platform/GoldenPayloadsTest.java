package io.otklik.connectors.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.connectors.platform.GoldenPayloads.Golden;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Json;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GoldenPayloadsTest {

    static List<Golden> all() {
        return GoldenPayloads.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void giveTheirEvents(Golden golden) {
        List<PlatformEvent> events =
                GoldenPayloads.parse(GoldenPayloads.parser(golden.format()), golden.bytes());

        JsonNode actual = Json.MAPPER.valueToTree(events);
        assertThat(actual.toPrettyString()).isEqualTo(golden.events().toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void showNoSecretAndNoPlainIdOfAPerson(Golden golden) {
        String out =
                Json.MAPPER
                        .valueToTree(
                                GoldenPayloads.parse(
                                        GoldenPayloads.parser(golden.format()), golden.bytes()))
                        .toString();

        assertThat(out)
                .doesNotContain("not-to-be-seen")
                .doesNotContainPattern("\\b[78]0000\\d\\b")
                .doesNotContainPattern("ok:7\\d\\d\\d");
    }

    /** What the parsers give is itself a payload of format message, and passes unchanged. */
    @Test
    void messagesPassThroughTheirOwnFormat() {
        PayloadParser messages = GoldenPayloads.parser("message");
        JsonCodec<Message> codec = JsonCodec.of(Message.class);
        List<Message> parsed =
                GoldenPayloads.all().stream()
                        .flatMap(
                                golden ->
                                        GoldenPayloads.parse(
                                                GoldenPayloads.parser(golden.format()),
                                                golden.bytes())
                                                .stream())
                        .map(PlatformEvent::message)
                        .filter(message -> message != null)
                        .toList();

        assertThat(parsed).hasSizeGreaterThan(30);
        for (Message message : parsed) {
            assertThat(GoldenPayloads.parse(messages, codec.encode(message)))
                    .containsExactly(PlatformEvent.of(message));
        }
    }

    @Test
    void everyEventThatTheProjectReadsHasAGolden() {
        List<String> read =
                GoldenPayloads.all().stream()
                        .filter(golden -> golden.events().get(0).path("rejection").isMissingNode())
                        .map(golden -> golden.payload().path("type").asText())
                        .distinct()
                        .toList();

        assertThat(read)
                .contains(
                        "wall_post_new",
                        "wall_repost",
                        "wall_reply_new",
                        "wall_reply_edit",
                        "wall_reply_delete",
                        "wall_reply_restore",
                        "like_add",
                        "like_remove");
    }

    @Test
    void everyDocumentedOtherEventIsIgnoredByName() {
        PayloadParser parser = GoldenPayloads.parser("vk");
        for (String type : VkEvents.ignored()) {
            byte[] payload =
                    ("{\"type\":\"" + type + "\",\"object\":{\"user_id\":5},\"group_id\":1}")
                            .getBytes();
            assertThat(GoldenPayloads.parse(parser, payload))
                    .singleElement()
                    .extracting(PlatformEvent::rejection)
                    .satisfies(
                            rejection -> {
                                assertThat(rejection.reason())
                                        .isEqualTo(DeadLetterReason.IGNORED_EVENT);
                                assertThat(rejection.detail()).startsWith(type);
                                assertThat(rejection.payload()).isEmpty();
                            });
        }
    }

    @Test
    void everyOtherUpdateIsIgnoredByName() {
        PayloadParser parser = GoldenPayloads.parser("telegram");
        for (String kind : TelegramUpdates.ignored()) {
            byte[] payload = ("{\"update_id\":1,\"" + kind + "\":{\"id\":5}}").getBytes();
            assertThat(GoldenPayloads.parse(parser, payload))
                    .singleElement()
                    .extracting(event -> event.rejection().detail())
                    .isEqualTo(kind + " says nothing about posts or comments.");
        }
    }
}
