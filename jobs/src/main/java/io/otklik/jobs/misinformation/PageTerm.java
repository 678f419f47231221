package io.otklik.jobs.misinformation;

import io.otklik.schemas.Community;

import java.time.Instant;

/**
 * When a page counts as official.
 *
 * @param from the first instant, epoch milliseconds
 * @param to the first instant at which it no longer does
 * @param updatedAt when the register's entry was imported
 */
public record PageTerm(long from, long to, long updatedAt) {

    static PageTerm of(Community page) {
        return new PageTerm(
                millis(page.validFrom(), Long.MIN_VALUE),
                millis(page.validTo(), Long.MAX_VALUE),
                page.updatedAt().toEpochMilli());
    }

    boolean holds(long at) {
        return from <= at && at < to;
    }

    /** Its bounds as one number, which is never 0. */
    long bounds() {
        return 31 * from + to | 1;
    }

    private static long millis(Instant instant, long otherwise) {
        return instant == null ? otherwise : instant.toEpochMilli();
    }
}
