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

    /** What messages are written into: most take no more, and one room does for all of a task. */
    private static final ThreadLocal<DataOutputSerializer> ROOM =
            ThreadLocal.withInitial(() -> new DataOutputSerializer(1_024));

    private final byte[] bytes;

    /**
     * @param bytes as {@link TrackedMessageWriter} writes them
     */
    KeptMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    static KeptMessage of(TrackedMessage message) {
        DataOutputSerializer out = ROOM.get();
        out.clear();
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
