package io.otklik.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Platform;

import java.util.List;

/**
 * Key of a Telegram update: chat and thread. A channel's post and the forwarded root of a
 * discussion are threads of themselves.
 */
final class TelegramKey {

    private static final List<String> UPDATES =
            List.of(
                    "channel_post",
                    "edited_channel_post",
                    "message",
                    "edited_message",
                    "message_reaction_count",
                    "message_reaction");

    private TelegramKey() {}

    static String of(JsonNode payload) {
        for (String kind : UPDATES) {
            JsonNode update = payload.path(kind);
            if (update.isObject()) {
                JsonNode chat = update.path("chat").path("id");
                JsonNode thread =
                        update.path(
                                update.has("message_thread_id")
                                        ? "message_thread_id"
                                        : "message_id");
                return chat.isIntegralNumber() && thread.isIntegralNumber()
                        ? Platform.TELEGRAM.id(chat.asText() + '_' + thread.asText())
                        : null;
            }
        }
        return null;
    }
}
