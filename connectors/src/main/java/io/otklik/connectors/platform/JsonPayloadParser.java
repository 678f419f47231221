package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;

import java.time.Instant;
import java.util.function.Consumer;

/** The bounds that hold for the JSON of every platform. */
abstract class JsonPayloadParser implements PayloadParser {

    /** Most bytes of a payload: about twice the largest answer of a wall with a hundred posts. */
    static final int LIMIT = 4 * 1024 * 1024;

    @Override
    public final void parse(byte[] payload, Instant receivedAt, Consumer<PlatformEvent> out) {
        PayloadItems items = new PayloadItems(payload == null ? new byte[0] : payload, receivedAt);
        try {
            read(value(payload), items);
        } catch (MalformedPayloadException e) {
            items.reject(0, null, e);
        } catch (RuntimeException e) {
            // A fault of this code must not stop a job: the payload is kept for whoever mends it.
            items.reject(
                    items.next(),
                    null,
                    DeadLetterReason.UNKNOWN_VALUE,
                    "The reader failed: " + e.getClass().getSimpleName() + ".");
        }
        if (items.events().isEmpty()) {
            items.ignore(0, "The payload holds no items.");
        }
        // Outside the try: what fails downstream is no fault of the payload.
        items.events().forEach(out);
    }

    /** Reads the JSON value of a payload. Faults of one item are told by {@code items}. */
    abstract void read(Object root, PayloadItems items) throws MalformedPayloadException;

    private static Object value(byte[] payload) throws MalformedPayloadException {
        if (payload == null || payload.length == 0) {
            throw new MalformedPayloadException(
                    DeadLetterReason.EMPTY, "The payload has no bytes.");
        }
        if (payload.length > LIMIT) {
            throw new MalformedPayloadException(
                    DeadLetterReason.TOO_LARGE,
                    "The payload has %d bytes, at most %d are read."
                            .formatted(payload.length, LIMIT));
        }
        int invalid = Utf8.firstInvalid(payload);
        if (invalid >= 0) {
            throw new MalformedPayloadException(
                    DeadLetterReason.INVALID_UTF8,
                    "Byte %d (0x%02X) is not UTF-8.".formatted(invalid, payload[invalid]));
        }
        if (payload[0] == 0 || payload.length > 1 && payload[1] == 0) {
            // Jackson would take it for UTF-16 or UTF-32, and it would pass.
            throw new MalformedPayloadException(
                    DeadLetterReason.INVALID_UTF8,
                    "The payload starts with a zero byte: UTF-8 is expected, this looks like"
                            + " UTF-16.");
        }
        Object root = JsonReader.read(payload);
        if (root == JsonMark.NULL) {
            throw new MalformedPayloadException(
                    DeadLetterReason.EMPTY, "The payload is JSON null.");
        }
        return root;
    }

    static MalformedPayloadException wrongRoot(String expected, Object root) {
        return new MalformedPayloadException(
                DeadLetterReason.WRONG_TYPE,
                "(root): expected " + expected + ", got " + JsonObject.typeName(root));
    }
}
