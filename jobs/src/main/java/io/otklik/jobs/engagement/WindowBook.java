package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The windows of one key: adds to them, says which are to be emitted when, and lets them go.
 *
 * <p>The figures follow the facts' own times alone; processing time decides only when a row is
 * emitted and when a window is closed, so that a replay gives the same rows as the live run. A
 * window is open to corrections until {@link WindowTimes#goesAt}; what comes later finds it closed.
 */
final class WindowBook {

    /** The granularity of letting windows go, so that a key has one timer for it. */
    private static final long SWEEP_MILLIS = Duration.ofHours(1).toMillis();

    /** How exactly the latest change is remembered, so that not each of them is written down. */
    private static final long CHANGED_MILLIS = Duration.ofMinutes(1).toMillis();

    private static final MapStateDescriptor<WindowKey, WindowState> WINDOWS =
            new MapStateDescriptor<>(
                    "windows",
                    TypeInformation.of(WindowKey.class),
                    TypeInformation.of(WindowState.class));

    private static final MapStateDescriptor<WindowKey, Boolean> CHANGED =
            new MapStateDescriptor<>("changed", TypeInformation.of(WindowKey.class), Types.BOOLEAN);

    private static final ValueStateDescriptor<BookState> BOOK =
            new ValueStateDescriptor<>("book", TypeInformation.of(BookState.class));

    private final WindowTimes times;
    private final MapState<WindowKey, WindowState> windows;

    /** The windows whose rows are yet to be emitted. */
    private final MapState<WindowKey, Boolean> changed;

    private final ValueState<BookState> book;

    WindowBook(RuntimeContext context, WindowTimes times) {
        this.times = times;
        this.windows = context.getMapState(WINDOWS);
        this.changed = context.getMapState(CHANGED);
        this.book = context.getState(BOOK);
    }

    /** Makes the row of a window. */
    interface RowMaker {
        EngagementWindow row(WindowKey key, WindowSum sum, long version) throws Exception;
    }

    /** Whether the window could still be changed. */
    boolean add(WindowKey key, WindowSum difference, long nowMillis) throws Exception {
        WindowState before = windows.get(key);
        if (before == null) {
            if (state().isClosed(key)) {
                return false;
            }
            before = new WindowState(WindowSum.ZERO, 0, nowMillis);
        }
        windows.put(key, before.withSum(before.sum().plus(difference)));
        changed.put(key, true);
        return true;
    }

    /** Takes back all that an open window counts. */
    void empty(WindowKey key) throws Exception {
        windows.put(key, windows.get(key).withSum(WindowSum.ZERO));
        changed.put(key, true);
    }

    /** The open windows; a copy. */
    List<Map.Entry<WindowKey, WindowSum>> open() throws Exception {
        List<Map.Entry<WindowKey, WindowSum>> open = new ArrayList<>();
        for (Map.Entry<WindowKey, WindowState> window : windows.entries()) {
            open.add(Map.entry(window.getKey(), window.getValue().sum()));
        }
        return open;
    }

    /** The open windows that end after an instant are emitted anew. */
    void touchEndingAfter(long instant) throws Exception {
        for (WindowKey key : windows.keys()) {
            if (key.end() > instant) {
                changed.put(key, true);
            }
        }
    }

    /** The open windows of a post are emitted anew. */
    void touchPost(String post) throws Exception {
        for (WindowKey key : windows.keys()) {
            if (key.post().equals(post)) {
                changed.put(key, true);
            }
        }
    }

    /** Sets the timers that the state now needs; to be called after each change. */
    void schedule(TimerService timers) throws Exception {
        long nowMillis = timers.currentProcessingTime();
        BookState known = state();
        BookState scheduled =
                nowMillis < known.changedAt() + CHANGED_MILLIS ? known : known.changedAt(nowMillis);
        if (scheduled.flushAt() == 0 && !changed.isEmpty()) {
            scheduled =
                    scheduled.flushedNextAt(nextMultiple(nowMillis, times.emitEvery().toMillis()));
            timers.registerProcessingTimeTimer(scheduled.flushAt());
            // The last watermark of bounded input, after which no processing time passes.
            timers.registerEventTimeTimer(Long.MAX_VALUE);
        }
        if (scheduled.sweepAt() == 0) {
            scheduled = scheduled.sweptNextAt(nextMultiple(nowMillis, SWEEP_MILLIS));
            timers.registerProcessingTimeTimer(scheduled.sweepAt());
        }
        if (scheduled != known) {
            book.update(scheduled);
        }
    }

    /**
     * Emits the rows of changed windows if it is time to.
     *
     * @return whether it was
     */
    boolean flush(
            long timestamp, TimerService timers, RowMaker rows, Collector<EngagementWindow> out)
            throws Exception {
        BookState state = book.value();
        boolean inputEnds = timestamp == Long.MAX_VALUE;
        if (state == null || state.flushAt() == 0 || !inputEnds && timestamp < state.flushAt()) {
            return false;
        }
        if (inputEnds) {
            timers.deleteProcessingTimeTimer(state.flushAt());
        } else {
            timers.deleteEventTimeTimer(Long.MAX_VALUE);
        }
        emitChanged(timers.currentProcessingTime(), rows, out);
        book.update(state.flushedNextAt(0));
        return true;
    }

    /** What {@link #sweep} did. */
    enum Swept {
        NOTHING,
        OLD_WINDOWS,
        /** Nothing is left, and nothing changed for the retention time. */
        EVERYTHING
    }

    /** Lets old windows go if it is time to. */
    Swept sweep(long timestamp, TimerService timers) throws Exception {
        BookState state = book.value();
        if (state == null
                || timestamp == Long.MAX_VALUE
                || state.sweepAt() == 0
                || timestamp < state.sweepAt()) {
            return Swept.NOTHING;
        }
        long next = Long.MAX_VALUE;
        Iterator<Map.Entry<WindowKey, WindowState>> all = windows.iterator();
        while (all.hasNext()) {
            Map.Entry<WindowKey, WindowState> entry = all.next();
            long goesAt = times.goesAt(entry.getKey(), entry.getValue());
            if (goesAt <= timestamp && !changed.contains(entry.getKey())) {
                // A page's window takes what comes first: it closes no later than its posts'.
                state = entry.getKey().isOfPost() ? state : state.withClosed(entry.getKey());
                all.remove();
            } else {
                next = Math.min(next, goesAt);
            }
        }
        if (next == Long.MAX_VALUE) {
            next = state.changedAt() + times.retention().toMillis();
            if (next <= timestamp) {
                clear();
                return Swept.EVERYTHING;
            }
        }
        long sweepAt = nextMultiple(Math.max(next - 1, timestamp), SWEEP_MILLIS);
        timers.registerProcessingTimeTimer(sweepAt);
        book.update(state.sweptNextAt(sweepAt));
        return Swept.OLD_WINDOWS;
    }

    private void clear() {
        windows.clear();
        changed.clear();
        book.clear();
    }

    private void emitChanged(long nowMillis, RowMaker rows, Collector<EngagementWindow> out)
            throws Exception {
        for (WindowKey key : changed.keys()) {
            WindowState window = windows.get(key);
            // Versions follow processing time: a replay with empty state supersedes earlier rows.
            long version = Math.max(window.version() + 1, nowMillis);
            out.collect(rows.row(key, window.sum(), version));
            windows.put(key, window.emittedAs(version));
        }
        changed.clear();
    }

    private BookState state() throws Exception {
        BookState known = book.value();
        return known == null ? BookState.created() : known;
    }

    /** The first multiple of a step behind an instant. */
    static long nextMultiple(long after, long step) {
        return (Math.floorDiv(after, step) + 1) * step;
    }

    /** The windows of every size that an instant lies in. */
    static List<WindowKey> keys(String post, ZoneId zone, long at) {
        List<WindowKey> keys = new ArrayList<>();
        for (EngagementSize size : EngagementSize.values()) {
            keys.add(WindowKey.of(post, size, zone, at));
        }
        return keys;
    }
}
