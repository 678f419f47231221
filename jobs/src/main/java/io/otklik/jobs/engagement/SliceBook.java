package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementWindow;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The windows of a slice, one by one: thousands of pages add to each minute, whose authors are
 * many, so that an hour of them is too much to be written at once. Otherwise as {@link PageBook}.
 */
final class SliceBook {

    private static final MapStateDescriptor<WindowKey, WindowState> WINDOWS =
            new MapStateDescriptor<>(
                    "windows",
                    TypeInformation.of(WindowKey.class),
                    TypeInformation.of(WindowState.class));

    private static final ListStateDescriptor<WindowKey> CHANGED =
            new ListStateDescriptor<>("changed", TypeInformation.of(WindowKey.class));

    private static final ValueStateDescriptor<Long> TOUCHED_AFTER =
            new ValueStateDescriptor<>("touched-after", Types.LONG);

    private final BookClock clock;
    private final MapState<WindowKey, WindowState> windows;

    /** The windows whose rows are yet to be emitted. */
    private final ListState<WindowKey> changed;

    /** So are those that end after this instant; null: no others. */
    private final ValueState<Long> touchedAfter;

    /** Whether the change at hand left rows to be emitted. */
    private boolean leftRows;

    SliceBook(RuntimeContext context, WindowTimes times) {
        this.clock = new BookClock(context, times);
        this.windows = context.getMapState(WINDOWS);
        this.changed = context.getListState(CHANGED);
        this.touchedAfter = context.getState(TOUCHED_AFTER);
    }

    /** Adds to a window, unless it is closed. */
    void add(WindowKey key, WindowSum difference, long nowMillis) throws Exception {
        WindowState before = windows.get(key);
        if (before == null) {
            if (clock.isClosed(key)) {
                return;
            }
            before = WindowState.createdAt(nowMillis);
        }
        windows.put(key, before.plus(difference));
        if (!before.changed()) {
            changed.add(key);
            leftRows = true;
        }
    }

    /**
     * The open windows that end after an instant are emitted anew. Looked for when they are
     * emitted: thousands of pages are asked for their subscribers one after the other.
     */
    void touchEndingAfter(long instant) throws Exception {
        Long before = touchedAfter.value();
        if (before == null || instant < before) {
            touchedAfter.update(instant);
        }
        leftRows = true;
    }

    /** Sets the timers that the state now needs; to be called after each change. */
    void schedule(TimerService timers) throws Exception {
        clock.schedule(timers, leftRows);
        leftRows = false;
    }

    /** Emits the rows of changed windows if it is time to. */
    void flush(long timestamp, TimerService timers, RowMaker rows, Collector<EngagementWindow> out)
            throws Exception {
        long version = clock.flushedAs(timestamp, timers);
        if (version == 0) {
            return;
        }
        touch();
        for (WindowKey key : changed.get()) {
            WindowState window = windows.get(key);
            out.collect(rows.row(key, window.sum(), version));
            windows.put(key, window.emitted());
        }
        changed.clear();
    }

    private void touch() throws Exception {
        Long instant = touchedAfter.value();
        if (instant == null) {
            return;
        }
        List<WindowKey> touched = new ArrayList<>();
        for (Map.Entry<WindowKey, WindowState> window : windows.entries()) {
            if (window.getKey().end() > instant && !window.getValue().changed()) {
                touched.add(window.getKey());
            }
        }
        changed.addAll(touched);
        touchedAfter.clear();
    }

    /** Lets old windows go if it is time to. */
    Swept sweep(long timestamp, TimerService timers) throws Exception {
        Swept swept =
                clock.sweep(
                        timestamp, timers, windows, WindowState::createdAt, WindowState::changed);
        if (swept == Swept.EVERYTHING) {
            changed.clear();
            touchedAfter.clear();
        }
        return swept;
    }
}
