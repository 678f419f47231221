package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Platform;

/** Ids and links of Telegram, as the project writes them, and their bounds. */
final class TelegramIds {

    /** Ids of chats and users have at most 52 significant bits. */
    static final long LARGEST = (1L << 52) - 1;

    /** Ids of channels and supergroups are this much below the number in their links. */
    private static final long CHANNEL_BASE = -1_000_000_000_000L;

    private static final String PREFIX = Platform.TELEGRAM.id("");

    private TelegramIds() {}

    static String chat(long chat) {
        return PREFIX + chat;
    }

    static String message(long chat, long message) {
        return chat(chat) + '_' + message;
    }

    static String person(long user, Pseudonymizer pseudonymizer) {
        return pseudonymizer.pseudonym(chat(user));
    }

    /** A required id of a chat or user. The sentence never shows it. */
    static long id(JsonObject object) throws MalformedPayloadException {
        Object value = object.get("id");
        if (value instanceof Long id
                && id != 0
                && Math.abs(id) <= LARGEST
                && id != Long.MIN_VALUE) {
            return id;
        }
        if (value instanceof Long || value instanceof JsonNumber number && number.integral()) {
            throw object.fault(
                    DeadLetterReason.OUT_OF_RANGE,
                    "id",
                    Long.valueOf(0).equals(value)
                            ? "0 is nobody's id"
                            : "the number is too large for an id");
        }
        // Says whether it is missing, null or of another type.
        return object.requiredLong("id", -LARGEST, LARGEST);
    }

    /** Number of a message in its chat. */
    static long number(JsonObject object, String name) throws MalformedPayloadException {
        return object.requiredLong(name, 1, Integer.MAX_VALUE);
    }

    /** Link to a message: by the chat's public name, or one that only members can open. */
    static String url(JsonObject chat, long id, long message) {
        if (chat.get("username") instanceof String name && isName(name)) {
            return "https://t.me/" + name + '/' + message;
        }
        return id < CHANNEL_BASE ? "https://t.me/c/" + (CHANNEL_BASE - id) + '/' + message : null;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || Digits.is(c))) {
                return false;
            }
        }
        return name.length() >= 3 && name.length() <= 40;
    }
}
