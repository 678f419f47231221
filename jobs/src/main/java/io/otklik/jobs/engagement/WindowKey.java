package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * One window of a post, or of what the state is keyed by.
 *
 * @param post the post's messageId; empty: the page or slice itself
 * @param zone of the page, for a day; Z for shorter windows
 * @param start epoch milliseconds
 */
public record WindowKey(String post, EngagementSize size, String zone, long start) {

    /** The window of that size that an instant lies in. */
    static WindowKey of(String post, EngagementSize size, ZoneId pageZone, long at) {
        ZoneId zone = size.zone(pageZone);
        return new WindowKey(post, size, zone.getId(), size.start(at, zone));
    }

    /** The same window of a post. */
    WindowKey ofPost(String messageId) {
        return new WindowKey(messageId, size, zone, start);
    }

    boolean isOfPost() {
        return !post.isEmpty();
    }

    long end() {
        return size.end(start, size == EngagementSize.DAY ? ZoneId.of(zone) : ZoneOffset.UTC);
    }

    // By hand: what the compiler makes of a record calls each component through method handles,
    // and millions of these are looked for.
    @Override
    public boolean equals(Object other) {
        return other instanceof WindowKey that
                && start == that.start
                && size == that.size
                && post.equals(that.post)
                && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return ((Long.hashCode(start) * 31 + size.ordinal()) * 31 + post.hashCode()) * 31
                + zone.hashCode();
    }
}
