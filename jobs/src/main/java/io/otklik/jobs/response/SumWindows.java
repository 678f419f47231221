package io.otklik.jobs.response;

import io.otklik.jobs.runtime.TimerGrid;
import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.WindowSize;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Emits the rows of a slice's windows that changed, at most once in an interval of processing time,
 * and at the end of bounded input.
 *
 * <p>Keyed by slice. The figures follow the facts' own times alone; processing time decides only
 * when a row is emitted and when a window is closed. By the watermark a replay of an old month
 * would be closed as it is made, since partitions are read at different speeds; by processing time
 * it gives the same rows as the live run did.
 *
 * <p>State: a {@link WindowState} a window, the {@link ClosedWindows} and one {@link SliceState}. A
 * window stays at hand for a day after its end or, in a replay, after its first fact, and for as
 * long as appeals that it counts wait for an answer; then it is put by, and a change takes it out
 * again. One that did not change for the retention time goes, with whatever waits: a change that
 * comes after that is counted in {@code late} of the window in which it comes, and so is one that
 * takes back what the window does not hold. When nothing changed in a slice for the retention time,
 * all that stays of it is until when its windows have gone: an appeal's record is kept for as long
 * after any change of its own, and may still take back what it once added. There are as many such
 * entries as authorities, pages, municipalities and groups of topics.
 */
final class SumWindows extends KeyedProcessFunction<String, Recount, ResponseWindow> {
    private static final long serialVersionUID = 1L;

    /** The granularity of letting windows go, so that a slice has one timer for it. */
    private static final long SWEEP_MILLIS = Duration.ofHours(1).toMillis();

    static final MapStateDescriptor<WindowKey, WindowState> WINDOWS =
            new MapStateDescriptor<>(
                    "windows",
                    TypeInformation.of(WindowKey.class),
                    TypeInformation.of(WindowState.class));

    private static final MapStateDescriptor<WindowKey, Boolean> CHANGED =
            new MapStateDescriptor<>("changed", TypeInformation.of(WindowKey.class), Types.BOOLEAN);

    private static final ValueStateDescriptor<SliceState> SLICE =
            new ValueStateDescriptor<>("slice", TypeInformation.of(SliceState.class));

    private final WindowTimes times;

    private transient MapState<WindowKey, WindowState> windows;

    /** The windows whose rows are yet to be emitted. */
    private transient MapState<WindowKey, Boolean> changed;

    private transient ClosedWindows closed;
    private transient ValueState<SliceState> slice;
    private transient Counter lateChanges;

    SumWindows(WindowTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        windows = getRuntimeContext().getMapState(WINDOWS);
        changed = getRuntimeContext().getMapState(CHANGED);
        closed = new ClosedWindows(getRuntimeContext(), times.retention());
        slice = getRuntimeContext().getState(SLICE);
        lateChanges = getRuntimeContext().getMetricGroup().counter("lateChanges");
    }

    @Override
    public void processElement(Recount recount, Context context, Collector<ResponseWindow> out)
            throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        SliceState known = slice.value();
        SliceState state =
                known == null
                        ? SliceState.of(recount.slice(), nowMillis)
                        : known.touched(recount.slice(), nowMillis);
        EnumSet<WindowSize> late = EnumSet.noneOf(WindowSize.class);
        for (Map.Entry<WindowKey, WindowSum> entry :
                WindowSums.difference(recount.before(), recount.after()).entrySet()) {
            WindowKey window = entry.getKey();
            if (!add(window, entry.getValue(), state, nowMillis)) {
                late.add(window.size());
            }
        }
        if (!late.isEmpty()) {
            lateChanges.inc();
            AppealFacts facts = recount.after() == null ? recount.before() : recount.after();
            countLate(late, facts.timeZone(), state, nowMillis);
        }
        slice.update(schedule(state, context.timerService(), nowMillis));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ResponseWindow> out)
            throws Exception {
        SliceState state = slice.value();
        if (state == null) {
            return;
        }
        long nowMillis = context.timerService().currentProcessingTime();
        boolean inputEnds = timestamp == Long.MAX_VALUE;
        if (state.flushAt() != 0 && (inputEnds || timestamp >= state.flushAt())) {
            emitChanged(state, nowMillis, out);
            if (inputEnds) {
                context.timerService().deleteProcessingTimeTimer(state.flushAt());
            } else {
                context.timerService().deleteEventTimeTimer(Long.MAX_VALUE);
            }
            state = state.flushedNextAt(0);
        }
        if (!inputEnds && timestamp >= state.sweepAt()) {
            state = sweep(state, timestamp, context.timerService());
        }
        slice.update(state);
    }

    /** Whether the window could still be changed; one that could not is left as it was. */
    private boolean add(WindowKey window, WindowSum difference, SliceState state, long nowMillis)
            throws Exception {
        WindowState before = windows.get(window);
        if (before == null) {
            WindowSum sum = closed.take(window);
            if (sum == null && state.isClosed(window)) {
                return false;
            }
            before = WindowState.created(sum == null ? WindowSum.ZERO : sum, nowMillis);
            if (sum != null) {
                windows.put(window, before);
            }
        }
        if (before.sum().lacks(difference)) {
            return false;
        }
        windows.put(window, before.plus(difference, nowMillis));
        changed.put(window, true);
        return true;
    }

    private void countLate(EnumSet<WindowSize> sizes, String zone, SliceState state, long nowMillis)
            throws Exception {
        for (WindowSize size : sizes) {
            WindowKey current = WindowKey.of(size, zone, Instant.ofEpochMilli(nowMillis));
            add(current, WindowSum.counting(Count.LATE, 1), state, nowMillis);
        }
    }

    private SliceState schedule(SliceState state, TimerService timers, long nowMillis)
            throws Exception {
        SliceState scheduled = state;
        if (scheduled.flushAt() == 0 && !changed.isEmpty()) {
            long interval = times.emitEvery().toMillis();
            scheduled = scheduled.flushedNextAt(TimerGrid.nextMultiple(nowMillis, interval));
            timers.registerProcessingTimeTimer(scheduled.flushAt());
            // The last watermark of bounded input, after which no processing time passes.
            timers.registerEventTimeTimer(Long.MAX_VALUE);
        }
        if (scheduled.sweepAt() == 0) {
            scheduled = scheduled.sweptNextAt(TimerGrid.nextMultiple(nowMillis, SWEEP_MILLIS));
            timers.registerProcessingTimeTimer(scheduled.sweepAt());
        }
        return scheduled;
    }

    private void emitChanged(SliceState state, long nowMillis, Collector<ResponseWindow> out)
            throws Exception {
        List<WindowKey> keys = new ArrayList<>();
        changed.keys().forEach(keys::add);
        for (WindowKey key : keys) {
            WindowState window = windows.get(key);
            // Versions follow processing time: a replay with empty state supersedes earlier rows.
            long version = Math.max(window.version() + 1, nowMillis);
            out.collect(WindowRows.row(state.slice(), key, window.sum(), version));
            windows.put(key, window.emittedAs(version));
        }
        changed.clear();
    }

    /** Puts old windows by and lets older ones go; the slice comes to rest with the last. */
    private SliceState sweep(SliceState state, long nowMillis, TimerService timers)
            throws Exception {
        long next = Long.MAX_VALUE;
        Map<WindowKey, WindowState> old = new HashMap<>();
        Iterator<Map.Entry<WindowKey, WindowState>> all = windows.iterator();
        while (all.hasNext()) {
            Map.Entry<WindowKey, WindowState> entry = all.next();
            long goesAt = times.goesAt(entry.getKey(), entry.getValue());
            if (goesAt <= nowMillis && !changed.contains(entry.getKey())) {
                old.put(entry.getKey(), entry.getValue());
                all.remove();
            } else {
                next = Math.min(next, goesAt);
            }
        }
        closed.put(old);
        List<WindowKey> gone = new ArrayList<>();
        next = Math.min(next, closed.letGo(nowMillis, gone));
        SliceState swept = state;
        for (WindowKey window : gone) {
            swept = swept.withClosed(window);
        }
        if (next == Long.MAX_VALUE) {
            next = swept.changedAt() + times.retention().toMillis();
            if (next <= nowMillis) {
                windows.clear();
                changed.clear();
                return swept.atRest();
            }
        }
        swept =
                swept.sweptNextAt(
                        TimerGrid.nextMultiple(Math.max(next - 1, nowMillis), SWEEP_MILLIS));
        timers.registerProcessingTimeTimer(swept.sweepAt());
        return swept;
    }
}
