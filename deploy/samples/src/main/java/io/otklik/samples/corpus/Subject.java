package io.otklik.samples.corpus;

import java.util.List;

/**
 * What posts are about.
 *
 * @param kind how people comment under such posts
 * @param fromDay first day of a fortnight on which such posts appear, 0 … 13
 * @param toDay last such day
 */
public record Subject(
        String id,
        String group,
        Kind kind,
        int fromDay,
        int toDay,
        Pool posts,
        Pool opinions,
        Pool thanks,
        Pool chat,
        List<Issue> issues) {

    /** How people comment. */
    public enum Kind {
        PROBLEM,
        NEWS,
        EVENT,
        CONTEST,
        GREETING
    }
}
