package io.otklik.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.otklik.schemas.IsoMillis;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Writes one JSON text at a time into a buffer that is used again. */
final class JsonBytes {

    /** What a payload consists of. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private final ByteArrayBuilder buffer = new ByteArrayBuilder(4_096);

    /** One object with the members of {@code body} and, last, {@code receivedAt}. */
    byte[] object(long receivedAt, Body body) {
        buffer.reset();
        try (JsonGenerator json = Json.MAPPER.getFactory().createGenerator(buffer)) {
            json.writeStartObject();
            body.write(json);
            json.writeStringField("receivedAt", iso(receivedAt));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toByteArray();
    }

    static String iso(long millis) {
        return IsoMillis.format(Instant.ofEpochMilli(millis));
    }
}
