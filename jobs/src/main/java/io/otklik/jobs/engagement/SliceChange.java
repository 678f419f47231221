package io.otklik.jobs.engagement;

/**
 * What a page adds to one of its slices: to a window, or, from a quarter of an hour on, to the
 * subscribers.
 *
 * @param slice as it is called now
 * @param window null for subscribers
 * @param sum what the window gains; null for subscribers
 * @param quarter of subscribers: epoch milliseconds
 * @param subscribers how many more there are
 */
public record SliceChange(
        Slice slice, WindowKey window, WindowSum sum, long quarter, long subscribers) {

    static SliceChange of(Slice slice, WindowKey window, WindowSum sum) {
        return new SliceChange(slice, window, sum, 0, 0);
    }

    static SliceChange ofSubscribers(Slice slice, long quarter, long subscribers) {
        return new SliceChange(slice, null, null, quarter, subscribers);
    }

    String sliceKey() {
        return slice.key();
    }
}
