package io.otklik.servicelevel;

import java.time.Instant;

/**
 * A time in which an appeal's clock stands still, because the resident was asked something.
 *
 * @param from when the question was asked
 * @param to when the resident replied, or it was given up; null: the clock stands still now
 */
public record Pause(Instant from, Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends before it begins.");
        }
    }

    static Pause since(Instant from) {
        return new Pause(from, null);
    }
}
