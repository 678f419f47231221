package io.otklik.servicelevel;

/**
 * The time that a term runs in. Instants are epoch milliseconds, amounts milliseconds of that time,
 * never negative.
 */
interface Clock {

    /** How much of it lies from one instant to a later one. */
    long between(long from, long to);

    /** The first instant at which that much has passed. */
    long earliest(long from, long amount);

    /** The last instant at which no more than that has passed. */
    long latest(long from, long amount);

    /** The last instant from which that much passes until {@code to}. */
    long before(long to, long amount);

    /** The end of the n-th day after an instant's; n is at least 1. */
    long daysAfter(long from, int days);

    /** The end of the n-th day before an instant's; n is at least 1. */
    long daysBefore(long to, int days);

    /** Time round the clock: a day is 24 hours, whatever the zone. */
    Clock ROUND_THE_CLOCK =
            new Clock() {
                @Override
                public long between(long from, long to) {
                    return to - from;
                }

                @Override
                public long earliest(long from, long amount) {
                    return from + amount;
                }

                @Override
                public long latest(long from, long amount) {
                    return from + amount;
                }

                @Override
                public long before(long to, long amount) {
                    return to - amount;
                }

                @Override
                public long daysAfter(long from, int days) {
                    return from + days * DAY_MILLIS;
                }

                @Override
                public long daysBefore(long to, int days) {
                    return to - days * DAY_MILLIS;
                }
            };

    long DAY_MILLIS = 86_400_000L;
}
