package io.otklik.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.schemas.IsoMillis;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds when a payload reached the gateway: its own member {@code receivedAt}, else the newest
 * plausible date in it. A plausible date lies between 2006, the year of the first platform, and
 * now; {@code receivedAt} is not before that either.
 */
final class PayloadTime {

    static final Instant EARLIEST = Instant.parse("2006-01-01T00:00:00Z");

    /** Members in which the platforms write seconds since 1970. */
    private static final Set<String> EPOCH_SECONDS = Set.of("date", "edit_date", "edited");

    /** Members in which our own messages write ISO-8601. */
    private static final Set<String> ISO = Set.of("publishedAt", "editedAt", "observedAt");

    /** In seconds; a hostile number beyond it may be no time at all. */
    private static final long YEAR_10000 = 253_402_300_800L;

    private final Instant now;

    PayloadTime(Instant now) {
        this.now = now;
    }

    /** The payload's time, never later than now; empty if it names none. */
    Optional<Instant> of(JsonNode payload) {
        Instant received = iso(payload.path("receivedAt"));
        if (received != null && !received.isBefore(EARLIEST)) {
            return Optional.of(received.isAfter(now) ? now : received);
        }
        return Optional.ofNullable(newest(payload));
    }

    private Instant newest(JsonNode node) {
        Instant newest = null;
        for (Iterator<Map.Entry<String, JsonNode>> members = node.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            newest = later(newest, date(member.getKey(), member.getValue()));
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                newest = later(newest, newest(child));
            }
        }
        return newest;
    }

    private Instant date(String name, JsonNode value) {
        Instant date = null;
        if (EPOCH_SECONDS.contains(name) && value.isIntegralNumber() && value.canConvertToLong()) {
            long seconds = value.longValue();
            date = seconds >= 0 && seconds < YEAR_10000 ? Instant.ofEpochSecond(seconds) : null;
        } else if (ISO.contains(name)) {
            date = iso(value);
        }
        return date == null || date.isBefore(EARLIEST) || date.isAfter(now) ? null : date;
    }

    private static Instant iso(JsonNode value) {
        if (!value.isTextual()) {
            return null;
        }
        try {
            return IsoMillis.parse(value.textValue());
        } catch (DateTimeException e) {
            // Perhaps broken on purpose: the job says so, not the replay.
            return null;
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }
}
