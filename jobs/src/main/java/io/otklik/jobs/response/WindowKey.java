package io.otklik.jobs.response;

import io.otklik.schemas.WindowSize;

import java.time.Instant;
import java.time.ZoneId;

/**
 * One window.
 *
 * @param zone of the page, for a day; UTC for shorter windows
 * @param startMillis epoch milliseconds
 */
public record WindowKey(WindowSize size, String zone, long startMillis) {

    /** The window of that size that an instant lies in. */
    static WindowKey of(WindowSize size, String pageZone, Instant at) {
        ZoneId zone = size.zone(ZoneId.of(pageZone));
        return new WindowKey(size, zone.getId(), size.start(at, zone).toEpochMilli());
    }

    Instant start() {
        return Instant.ofEpochMilli(startMillis);
    }

    Instant end() {
        return size.end(start(), ZoneId.of(zone));
    }
}
