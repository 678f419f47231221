package io.otklik.connectors.platform;

import io.otklik.schemas.MalformedPayloadException;

import java.util.ArrayList;
import java.util.List;

/** Text and attachments of a Telegram message. */
final class TelegramContent {

    /** In the order in which Telegram documents them. */
    private static final String[] KINDS = {
        "animation",
        "audio",
        "document",
        "live_photo",
        "paid_media",
        "photo",
        "sticker",
        "story",
        "video",
        "video_note",
        "voice",
        "checklist",
        "contact",
        "dice",
        "game",
        "giveaway",
        "giveaway_winners",
        "invoice",
        "poll",
        "venue",
        "location"
    };

    private TelegramContent() {}

    /** The text, or the caption of what is attached, masked. */
    static String text(JsonObject message) throws MalformedPayloadException {
        String text = message.optionalString("text");
        if (text == null) {
            text = message.optionalString("caption");
        }
        return text == null ? "" : TextMasker.mask(text);
    }

    /** What is attached; a kind that Telegram sets beside another for old clients is left out. */
    static List<String> attachments(JsonObject message) {
        List<String> kinds = null;
        for (String kind : KINDS) {
            if (message.has(kind) && !isDouble(message, kind)) {
                if (kinds == null) {
                    kinds = new ArrayList<>(1);
                }
                kinds.add(kind);
            }
        }
        return kinds == null ? List.of() : kinds;
    }

    private static boolean isDouble(JsonObject message, String kind) {
        return switch (kind) {
            case "document" -> message.has("animation");
            case "photo" -> message.has("live_photo");
            case "location" -> message.has("venue");
            default -> false;
        };
    }

    /** The user whom a text mention at the text's very start names; 0 if there is none. */
    static long leadingMention(JsonObject message) throws MalformedPayloadException {
        JsonArray entities =
                message.optionalArray(message.has("text") ? "entities" : "caption_entities");
        if (entities == null) {
            return 0;
        }
        for (Object value : entities.values()) {
            if (value instanceof JsonObject entity
                    && "text_mention".equals(entity.get("type"))
                    && Long.valueOf(0).equals(entity.get("offset"))) {
                return TelegramIds.id(entity.requiredObject("user"));
            }
        }
        return 0;
    }
}
