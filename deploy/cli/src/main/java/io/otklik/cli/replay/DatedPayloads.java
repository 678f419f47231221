package io.otklik.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.Json;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Gives the payloads of one file their keys and times. One that names no time has that of the one
 * before it; those at the head of a file have that of the first which names one.
 */
final class DatedPayloads implements Closeable {

    /** How far a time is looked for at the head of a file. */
    private static final int LOOK_AHEAD = 10_000;

    private final PayloadSource source;
    private final ReplayFormat format;
    private final PayloadTime times;
    private final Instant now;
    private final FormCheck check;
    private final Deque<Payload> ready = new ArrayDeque<>();
    private Instant last;

    /**
     * @param check sees every payload before it is given
     */
    DatedPayloads(PayloadSource source, ReplayFormat format, Instant now, FormCheck check) {
        this.source = source;
        this.format = format;
        this.check = check;
        this.times = new PayloadTime(now);
        this.now = now;
    }

    /** The next payload; null at the end. */
    Payload next() throws IOException {
        if (ready.isEmpty()) {
            read();
        }
        return ready.poll();
    }

    private void read() throws IOException {
        Deque<Payload> undated = new ArrayDeque<>();
        for (byte[] value = taken(); value != null; value = taken()) {
            JsonNode tree = parsed(value);
            Optional<Instant> own = tree == null ? Optional.empty() : times.of(tree);
            last = own.orElse(last);
            Payload payload = payload(value, tree);
            undated.add(payload);
            if (last != null || undated.size() >= LOOK_AHEAD) {
                break;
            }
        }
        Instant time = last == null ? now : last;
        for (Payload one : undated) {
            ready.add(
                    new Payload(
                            one.key(), one.value(), time, last != null, one.broken(), one.place()));
        }
    }

    /** The next payload of the file; null at the end. */
    private byte[] taken() throws IOException {
        byte[] value = source.next();
        if (value == null) {
            check.end();
        } else {
            check.see(value);
        }
        return value;
    }

    private Payload payload(byte[] value, JsonNode tree) {
        String key = tree == null ? null : format.key(tree);
        return new Payload(
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value,
                last,
                last != null,
                tree == null,
                source.place());
    }

    private static JsonNode parsed(byte[] value) {
        try {
            return Json.MAPPER.readTree(value);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
