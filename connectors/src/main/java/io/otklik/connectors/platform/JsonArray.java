package io.otklik.connectors.platform;

import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;

import java.util.ArrayList;
import java.util.List;

/** A JSON array as read, and where it stands in the payload. */
final class JsonArray {

    private final JsonPath path;
    private final List<Object> values = new ArrayList<>();

    JsonArray(JsonPath path) {
        this.path = path;
    }

    JsonPath path() {
        return path;
    }

    List<Object> values() {
        return values;
    }

    /** A fault of an element's type, as {@code items[3]: expected object, got string}. */
    MalformedPayloadException wrongElement(int index, String expected) {
        return new MalformedPayloadException(
                DeadLetterReason.WRONG_TYPE,
                "%s: expected %s, got %s"
                        .formatted(
                                path.element(index),
                                expected,
                                JsonObject.typeName(values.get(index))));
    }
}
