package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableType;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What a page adds to one of its slices: to the windows of an hour or to a day, or, from a quarter
 * of an hour on, to the subscribers.
 *
 * @param slice as it is called now
 * @param block the hour or day; null for subscribers
 * @param sums what its windows gain, see {@link Slots}; null for subscribers
 * @param quarter of subscribers: epoch milliseconds
 * @param subscribers how many more there are
 */
public record SliceChange(
        Slice slice, WindowKey block, byte[] sums, long quarter, long subscribers) {

    /** Between tasks. */
    static final TypeInformation<SliceChange> TYPE =
            ImmutableType.of(SliceChange.class, SliceChangeSerializer.INSTANCE);

    static SliceChange of(Slice slice, WindowKey block, byte[] sums) {
        return new SliceChange(slice, block, sums, 0, 0);
    }

    static SliceChange ofSubscribers(Slice slice, long quarter, long subscribers) {
        return new SliceChange(slice, null, null, quarter, subscribers);
    }

    String sliceKey() {
        return slice.key();
    }
}
