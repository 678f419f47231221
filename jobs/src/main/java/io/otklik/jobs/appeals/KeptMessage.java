package io.otklik.jobs.appeals;

import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A {@link TrackedMessage} as state keeps it: bytes, read when the message is asked for. One
 * message in parts is some forty objects, which the collector would copy and follow for months;
 * most are never asked for again.
 */
final class KeptMessage {

    /** Most messages take no more. */
    private static final int USUAL_LENGTH = 1_024;

    private final byte[] bytes;

    /**
     * @param bytes as {@link TrackedMessageWriter} writes them
     */
    KeptMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    static KeptMessage of(TrackedMessage message) {
        DataOutputSerializer out = new DataOutputSerializer(USUAL_LENGTH);
        try {
            TrackedMessageWriter.write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeptMessage(out.getCopyOfBuffer());
    }

    byte[] bytes() {
        return bytes;
    }

    /** Another object each time. */
    TrackedMessage read() {
        try {
            return TrackedMessageWriter.read(new DataInputDeserializer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("A message in state cannot be read.", e);
        }
    }
}
