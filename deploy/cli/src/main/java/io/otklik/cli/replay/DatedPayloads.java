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
    private final Deque<Payload> ready = new ArrayDeque<>();
    private Instant last;

    DatedPayloads(PayloadSource source, ReplayFormat format, Instant now) {
        this.source = source;
        this.format = format;
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
        for (byte[] value = source.next(); value != null; value = source.next()) {
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
            ready.add(new Payload(one.key(), one.value(), time, one.broken(), one.place()));
        }
    }

    private Payload payload(byte[] value, JsonNode tree) {
        String key = tree == null ? null : format.key(tree);
        return new Payload(
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value,
                last,
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
