package io.otklik.jobs.response;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The windows of the current slice that are no longer at hand, kept small for what may yet change
 * in them: an appeal that is transferred a week later leaves the windows of one authority and comes
 * into those of another.
 *
 * <p>State: a {@link ClosedDay} for each day of UTC on which windows began, and when its latest
 * change was, in processing time; both go after the retention time without one.
 */
final class ClosedWindows {

    private static final MapStateDescriptor<Long, ClosedDay> DAYS =
            new MapStateDescriptor<>("closed", Types.LONG, TypeInformation.of(ClosedDay.class));

    /** Apart from the days, so that looking for what goes reads none of them. */
    private static final MapStateDescriptor<Long, Long> CHANGED_AT =
            new MapStateDescriptor<>("closed-changed-at", Types.LONG, Types.LONG);

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final long retentionMillis;
    private final MapState<Long, ClosedDay> days;
    private final MapState<Long, Long> changedAt;

    ClosedWindows(RuntimeContext context, Duration retention) {
        retentionMillis = retention.toMillis();
        days = context.getMapState(DAYS);
        changedAt = context.getMapState(CHANGED_AT);
    }

    /** Takes a window out; null if it is not kept, as one in which nothing is counted. */
    WindowSum take(WindowKey window) throws Exception {
        ClosedDay day = days.get(day(window));
        if (day == null || !day.sums().containsKey(window)) {
            return null;
        }
        Map<WindowKey, WindowSum> rest = new HashMap<>(day.sums());
        WindowSum sum = rest.remove(window);
        days.put(day(window), new ClosedDay(rest));
        return sum;
    }

    /** Puts windows by. */
    void put(Map<WindowKey, WindowState> windows) throws Exception {
        Map<Long, Map<WindowKey, WindowSum>> added = new HashMap<>();
        for (Map.Entry<WindowKey, WindowState> entry : windows.entrySet()) {
            WindowSum sum = entry.getValue().sum();
            if (sum.isZero()) {
                continue;
            }
            long day = day(entry.getKey());
            added.computeIfAbsent(day, any -> new HashMap<>()).put(entry.getKey(), sum);
            Long before = changedAt.get(day);
            long changed = entry.getValue().changedAt();
            changedAt.put(day, before == null ? changed : Math.max(before, changed));
        }
        for (Map.Entry<Long, Map<WindowKey, WindowSum>> entry : added.entrySet()) {
            ClosedDay before = days.get(entry.getKey());
            if (before != null) {
                before.sums().forEach(entry.getValue()::putIfAbsent);
            }
            days.put(entry.getKey(), new ClosedDay(entry.getValue()));
        }
    }

    /**
     * Lets days go whose time is over.
     *
     * @param gone gets the windows that went
     * @return when the next goes; {@code Long.MAX_VALUE} if none is left
     */
    long letGo(long nowMillis, List<WindowKey> gone) throws Exception {
        long next = Long.MAX_VALUE;
        List<Long> over = new ArrayList<>();
        for (Map.Entry<Long, Long> entry : changedAt.entries()) {
            long goesAt = entry.getValue() + retentionMillis;
            if (goesAt <= nowMillis) {
                over.add(entry.getKey());
            } else {
                next = Math.min(next, goesAt);
            }
        }
        for (Long day : over) {
            gone.addAll(days.get(day).sums().keySet());
            days.remove(day);
            changedAt.remove(day);
        }
        return next;
    }

    private static long day(WindowKey window) {
        return Math.floorDiv(window.startMillis(), DAY_MILLIS);
    }
}
