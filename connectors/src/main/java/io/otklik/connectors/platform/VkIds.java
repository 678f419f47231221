package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Platform;

/** Ids of VK, as the project writes them, and their bounds. */
final class VkIds {

    /** Largest whole number that every JSON reader on the way keeps exact. */
    static final long LARGEST = (1L << 53) - 1;

    private static final String PREFIX = Platform.VK.id("");

    private VkIds() {}

    static String community(long owner) {
        return PREFIX + owner;
    }

    static String comment(String postId, long comment) {
        return postId + '_' + comment;
    }

    /** An id without its platform. */
    static String local(String id) {
        return id.substring(PREFIX.length());
    }

    /** A page keeps its plain id, a person gets a pseudonym. */
    static String author(long id, Pseudonymizer pseudonymizer) {
        String plain = PREFIX + id;
        return id < 0 ? plain : pseudonymizer.pseudonym(plain);
    }

    /** A required number of a post or comment. */
    static long number(JsonObject object, String name) throws MalformedPayloadException {
        return object.requiredLong(name, 1, LARGEST);
    }

    /** A required id of a person (positive) or page (negative). The sentence never shows it. */
    static long owner(JsonObject object, String name) throws MalformedPayloadException {
        Object value = object.get(name);
        if (value instanceof Long id && id != 0 && id >= -LARGEST && id <= LARGEST) {
            return id;
        }
        if (value instanceof Long || value instanceof JsonNumber number && number.integral()) {
            throw object.fault(
                    DeadLetterReason.OUT_OF_RANGE,
                    name,
                    Long.valueOf(0).equals(value)
                            ? "0 is nobody's id"
                            : "the number is too large for an id");
        }
        // Says whether it is missing, null or of another type.
        return object.requiredLong(name, -LARGEST, LARGEST);
    }

    /** An optional id of a person or page; 0 where it is absent or 0. */
    static long optionalOwner(JsonObject object, String name) throws MalformedPayloadException {
        return !object.has(name) || Long.valueOf(0).equals(object.get(name))
                ? 0
                : owner(object, name);
    }
}
