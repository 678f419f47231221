package io.otklik.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

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
            throw malformed(e, bytes);
        }
    }

    private static MalformedPayloadException malformed(IOException e, byte[] bytes) {
        MalformedPayloadException fault = JsonFaults.describe(e);
        boolean syntax =
                fault.reason() == DeadLetterReason.INVALID_JSON
                        || fault.reason() == DeadLetterReason.INVALID_UTF8;
        // Outside of strings Jackson guesses which of the two it is.
        if (syntax && !isUtf8(bytes)) {
            return fault.reason() == DeadLetterReason.INVALID_UTF8
                    ? fault
                    : new MalformedPayloadException(
                            DeadLetterReason.INVALID_UTF8, "The record is not UTF-8.");
        }
        return fault.reason() == DeadLetterReason.INVALID_UTF8
                ? new MalformedPayloadException(
                        DeadLetterReason.INVALID_JSON, "The record is not JSON.")
                : fault;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
