package io.otklik.jobs.engagement;

import io.otklik.engagement.HourCounts;
import io.otklik.engagement.Usual;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many reactions a page had in which hour, for what is usual; by {@link HourCounts#slot}. */
final class PageHours {

    private static final long HOUR_MILLIS = 3_600_000L;

    /** A total that tells of a longer time is spread over its last day. */
    private static final int MOST_HOURS = 24;

    private static final MapStateDescriptor<Integer, HourCounts> HOURS =
            new MapStateDescriptor<>(
                    "hours", IntSerializer.INSTANCE, HourCountsSerializer.INSTANCE);

    private final MapState<Integer, HourCounts> hours;

    /** What {@link #write} is yet to write: what is counted at one time is of few hours. */
    private final Map<Integer, HourCounts> changed = new HashMap<>();

    PageHours(RuntimeContext context) {
        this.hours = context.getMapState(HOURS);
    }

    static long hour(long at) {
        return Math.floorDiv(at, HOUR_MILLIS);
    }

    static long start(long hour) {
        return hour * HOUR_MILLIS;
    }

    /**
     * Counts what was gained in a time that ended then, in the hours of that time; {@link #write}
     * is to follow before the key changes.
     */
    void add(long at, long spanMillis, int count) throws Exception {
        long last = hour(at);
        int many = (int) Math.min(MOST_HOURS, 1 + last - hour(at - spanMillis));
        for (long hour = last; hour > last - many; hour--) {
            int slot = HourCounts.slot(hour);
            HourCounts before = at(slot);
            changed.put(
                    slot,
                    (before == null ? HourCounts.NONE : before).plus(hour, (double) count / many));
        }
    }

    void write() throws Exception {
        for (Map.Entry<Integer, HourCounts> slot : changed.entrySet()) {
            hours.put(slot.getKey(), slot.getValue());
        }
        changed.clear();
    }

    /**
     * What is usual in an hour.
     *
     * @param knownHour the first hour that was watched
     */
    Usual usual(long hour, long knownHour) throws Exception {
        List<Long> alike = Usual.alike(hour, knownHour);
        double[] counts = new double[alike.size()];
        for (int i = 0; i < counts.length; i++) {
            HourCounts slot = at(HourCounts.slot(alike.get(i)));
            counts[i] = slot == null ? 0 : slot.at(alike.get(i));
        }
        return Usual.of(counts);
    }

    void clear() {
        changed.clear();
        hours.clear();
    }

    private HourCounts at(int slot) throws Exception {
        HourCounts latest = changed.get(slot);
        return latest == null ? hours.get(slot) : latest;
    }
}
