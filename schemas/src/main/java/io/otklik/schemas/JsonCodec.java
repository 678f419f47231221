package io.otklik.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;

/**
 * JSON of one record type: camelCase, times as ISO-8601 UTC with milliseconds, nulls left out,
 * unknown fields ignored. Safe for use by several threads.
 */
public final class JsonCodec<T> {

    private final ObjectReader reader;
    private final ObjectWriter writer;

    private JsonCodec(Class<T> type) {
        this.reader = Json.MAPPER.readerFor(type);
        this.writer = Json.MAPPER.writerFor(type);
    }

    public static <T> JsonCodec<T> of(Class<T> type) {
        return new JsonCodec<>(type);
    }

    public byte[] encode(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one record.
     *
     * @throws MalformedPayloadException if the bytes are not JSON, miss a required field or hold a
     *     value of another type; its sentence names the field
     */
    public T decode(byte[] bytes) throws MalformedPayloadException {
        if (bytes == null || bytes.length == 0) {
            throw new MalformedPayloadException(DeadLetterReason.EMPTY, "The record is empty.");
        }
        try {
            T value = reader.readValue(bytes);
            if (value == null) {
                throw new MalformedPayloadException(
                        DeadLetterReason.EMPTY, "The record is JSON null.");
            }
            return value;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static MalformedPayloadException malformed(IOException e) {
        if (e instanceof ValueInstantiationException
                && e.getCause() instanceof Contract.MissingFieldException missing) {
            return missing(missing.field());
        }
        if (e instanceof InvalidFormatException invalid) {
            return new MalformedPayloadException(
                    DeadLetterReason.UNKNOWN_VALUE,
                    "Field %s has a value that is not a %s."
                            .formatted(path(invalid), typeName(invalid)));
        }
        if (e instanceof MismatchedInputException mismatched) {
            String text = String.valueOf(mismatched.getOriginalMessage());
            if (text.startsWith("Missing required creator property")) {
                return missing(text.split("'", 3)[1]);
            }
            return new MalformedPayloadException(
                    DeadLetterReason.WRONG_TYPE,
                    "Field %s is not a %s.".formatted(path(mismatched), typeName(mismatched)));
        }
        return Json.malformed(e);
    }

    private static MalformedPayloadException missing(String field) {
        return new MalformedPayloadException(
                DeadLetterReason.MISSING_FIELD, "Field %s is missing.".formatted(field));
    }

    private static String path(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[]" : r.getFieldName())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "(root)" : path;
    }

    private static String typeName(MismatchedInputException e) {
        return e.getTargetType() == null ? "value" : e.getTargetType().getSimpleName();
    }
}
