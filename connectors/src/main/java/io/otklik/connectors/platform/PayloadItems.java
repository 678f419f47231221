package io.otklik.connectors.platform;

import io.otklik.connectors.platform.PlatformEvent.Rejection;
import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.MalformedPayloadException;
import io.otklik.schemas.Message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one payload has given so far, and the bounds by which its items are read. */
final class PayloadItems {

    /** No platform that is read here is older. */
    private static final long EARLIEST = Instant.parse("2006-01-01T00:00:00Z").getEpochSecond();

    private static final long DAY = 86_400;

    private final byte[] payload;
    private final Instant receivedAt;
    private final List<PlatformEvent> events = new ArrayList<>(2);
    private int items;

    PayloadItems(byte[] payload, Instant receivedAt) {
        this.payload = payload;
        this.receivedAt = receivedAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** Takes the next item's place: 0, 1, … in the order of reading, nested items included. */
    int next() {
        return items++;
    }

    List<PlatformEvent> events() {
        return events;
    }

    void emit(Message message) {
        events.add(PlatformEvent.of(message));
    }

    void emit(Counter counter) {
        events.add(PlatformEvent.of(counter));
    }

    void emit(ThreadLink link) {
        events.add(PlatformEvent.of(link));
    }

    /** Gives up an item; {@code item} is the object that is shown, null for the whole payload. */
    void reject(int position, JsonObject item, DeadLetterReason reason, String detail) {
        String shown = "";
        if (reason != DeadLetterReason.IGNORED_EVENT) {
            shown =
                    item == null || item.start() < 0
                            ? PayloadRedactor.redact(payload, 0, payload.length)
                            : PayloadRedactor.redact(payload, item.start(), item.end());
        }
        events.add(PlatformEvent.of(new Rejection(position, reason, detail, shown)));
    }

    void reject(int position, JsonObject item, MalformedPayloadException e) {
        reject(position, item, e.reason(), e.detail());
    }

    /** A known item that says nothing about messages or counters. */
    void ignore(int position, String detail) {
        reject(position, null, DeadLetterReason.IGNORED_EVENT, detail);
    }

    /** A time in Unix seconds between 2006 and a day after the payload was received. */
    Instant time(JsonObject object, String name) throws MalformedPayloadException {
        long seconds = object.requiredLong(name, Long.MIN_VALUE, Long.MAX_VALUE);
        check(seconds, object, name, Long.toString(seconds));
        return Instant.ofEpochSecond(seconds);
    }

    /** Checks a time against the same bounds. */
    void check(long seconds, JsonObject object, String name, String shown)
            throws MalformedPayloadException {
        if (seconds < EARLIEST) {
            throw object.fault(
                    DeadLetterReason.OUT_OF_RANGE, name, shown + " is before 2006-01-01");
        }
        if (seconds > receivedAt.getEpochSecond() + DAY) {
            throw object.fault(
                    DeadLetterReason.OUT_OF_RANGE,
                    name,
                    shown + " is later than a day after the payload was received");
        }
    }
}
