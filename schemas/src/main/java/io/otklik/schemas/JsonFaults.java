package io.otklik.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Jackson's errors as a reason and one sentence that names the field, and quotes no value. */
final class JsonFaults {

    private JsonFaults() {}

    static MalformedPayloadException describe(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException bound) {
                return bound(bound);
            }
            if (cause instanceof Contract.MissingFieldException missing) {
                return missing(missing.field());
            }
            if (cause instanceof InputCoercionException coercion) {
                return fault(
                        DeadLetterReason.OUT_OF_RANGE,
                        "Field %s is a number beyond the range of type %s.",
                        path(e),
                        coercion.getTargetType().getSimpleName());
            }
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (e instanceof ValueInstantiationException) {
            return fault(DeadLetterReason.WRONG_TYPE, "Field %s has no valid value.", path(e));
        }
        return syntax(e);
    }

    private static MalformedPayloadException bound(StreamConstraintsException e) {
        String text = e.getOriginalMessage();
        return text.contains("nesting depth")
                ? fault(DeadLetterReason.TOO_DEEP, "The JSON is nested too deep: %s.", bare(text))
                : fault(DeadLetterReason.TOO_LARGE, "The JSON is too large: %s.", bare(text));
    }

    private static MalformedPayloadException mismatch(MismatchedInputException e) {
        String text = String.valueOf(e.getOriginalMessage());
        if (text.startsWith("Missing required creator property")) {
            return missing(text.split("'", 3)[1]);
        }
        if (text.startsWith("Cannot map `null` into type")) {
            return missing(path(e));
        }
        if (text.startsWith("No content to map")) {
            return fault(DeadLetterReason.EMPTY, "The record is empty.");
        }
        if (text.startsWith("Trailing token")) {
            return fault(
                    DeadLetterReason.INVALID_JSON, "More follows after the end of the record.");
        }
        if (e instanceof InvalidNullException) {
            return fault(DeadLetterReason.WRONG_TYPE, "Field %s holds a null.", path(e));
        }
        Class<?> target = e.getTargetType();
        if (target != null && target.isEnum() && text.contains("from String")) {
            return fault(
                    DeadLetterReason.UNKNOWN_VALUE,
                    "Field %s is none of %s.",
                    path(e),
                    Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        return fault(DeadLetterReason.WRONG_TYPE, "Field %s is not %s.", path(e), kind(target));
    }

    private static MalformedPayloadException missing(String field) {
        return fault(DeadLetterReason.MISSING_FIELD, "Field %s is missing.", field);
    }

    private static MalformedPayloadException syntax(IOException e) {
        String text =
                e instanceof JsonProcessingException json
                        ? String.valueOf(json.getOriginalMessage())
                        : String.valueOf(e.getMessage());
        long at =
                e instanceof JsonProcessingException json && json.getLocation() != null
                        ? json.getLocation().getByteOffset()
                        : -1;
        return fault(
                text.contains("UTF-8")
                        ? DeadLetterReason.INVALID_UTF8
                        : DeadLetterReason.INVALID_JSON,
                "%s%s.",
                bare(text),
                at < 0 ? "" : ", at byte " + at);
    }

    /** The sentence without what stood in the payload, and without advice to a programmer. */
    private static String bare(String text) {
        return text.replaceAll("token '.*?'(?=[ :,]|$)", "token")
                .replaceAll("\\s*[:,(]+\\s*(was expecting|enable|from) .*", "")
                .replaceAll("\\s+", " ")
                .replaceAll("(?<=exceeds the maximum allowed).*?(\\d+).*", " $1");
    }

    private static String path(IOException e) {
        String path =
                e instanceof JsonMappingException mapping
                        ? mapping.getPath().stream()
                                .map(r -> r.getFieldName() == null ? "[]" : r.getFieldName())
                                .collect(Collectors.joining("."))
                        : "";
        return path.isEmpty() ? "(root)" : path;
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "of the right type";
        }
        if (type == Instant.class) {
            return "a time such as 2026-10-05T06:12:00.000Z";
        }
        if (type == String.class || type.isEnum()) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static MalformedPayloadException fault(
            DeadLetterReason reason, String sentence, Object... values) {
        return new MalformedPayloadException(reason, sentence.formatted(values));
    }
}
