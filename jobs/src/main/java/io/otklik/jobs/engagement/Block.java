package io.otklik.jobs.engagement;

/**
 * An hour of a post or page by its minutes, or a day, as state.
 *
 * @param sums see {@link Slots}
 * @param changed the slots whose rows are yet to be emitted, a bit each
 * @param createdAt processing time, epoch milliseconds, of the first fact
 */
public record Block(byte[] sums, long changed, long createdAt) {

    static Block createdAt(long nowMillis) {
        return new Block(Slots.NONE, 0, nowMillis);
    }

    Block plus(byte[] more) {
        return new Block(Slots.plus(sums, more), changed | Slots.present(more), createdAt);
    }

    /** The same, to be emitted as a whole. */
    Block touched() {
        return new Block(sums, Slots.present(sums), createdAt);
    }

    Block emitted() {
        return new Block(sums, 0, createdAt);
    }

    /** The same day, counting nothing. */
    Block emptied() {
        return new Block(Slots.of(0, WindowSum.ZERO), 1, createdAt);
    }
}
