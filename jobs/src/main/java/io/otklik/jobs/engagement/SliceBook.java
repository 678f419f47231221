package io.otklik.jobs.engagement;

import io.otklik.schemas.JsonRecord;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The windows of a slice, one by one: thousands of pages add to each minute, whose authors are
 * many, so that an hour of them is too much to be written at once. What they add waits until rows
 * are emitted: a window is read and written once for all of them. Otherwise as {@link PageBook}.
 */
final class SliceBook {

    private static final MapStateDescriptor<WindowKey, WindowState> WINDOWS =
            new MapStateDescriptor<>(
                    "windows", WindowKeySerializer.INSTANCE, WindowStateSerializer.INSTANCE);

    // Written behind its end, read and let go as a whole: no store has to look for its entries.
    private static final ListStateDescriptor<BlockGain> GAINS =
            new ListStateDescriptor<>("gains", BlockGainSerializer.INSTANCE);

    private static final ValueStateDescriptor<Long> TOUCHED_AFTER =
            new ValueStateDescriptor<>("touched-after", Types.LONG);

    private final BookClock clock;
    private final MapState<WindowKey, WindowState> windows;

    /** What is yet to be counted. */
    private final ListState<BlockGain> gains;

    /** The windows that end after this instant are yet to be emitted anew; null: none. */
    private final ValueState<Long> touchedAfter;

    private final Counter lateChanges;

    SliceBook(RuntimeContext context, WindowTimes times) {
        this.clock = new BookClock(context, times);
        this.windows = context.getMapState(WINDOWS);
        this.gains = context.getListState(GAINS);
        this.touchedAfter = context.getState(TOUCHED_AFTER);
        this.lateChanges = context.getMetricGroup().counter("lateChanges");
    }

    /** Remembers what a block gained, to be counted when rows are emitted. */
    void add(WindowKey block, byte[] sums, TimerService timers) throws Exception {
        gains.add(new BlockGain(block, sums));
        clock.schedule(timers, true);
    }

    /**
     * The open windows that end after an instant are emitted anew. Looked for when they are
     * emitted: thousands of pages are asked for their subscribers one after the other.
     */
    void touchEndingAfter(long instant, TimerService timers) throws Exception {
        Long before = touchedAfter.value();
        if (before == null || instant < before) {
            touchedAfter.update(instant);
        }
        clock.schedule(timers, true);
    }

    /** Emits the rows of changed windows if it is time to. */
    void flush(long timestamp, TimerService timers, RowMaker rows, Collector<JsonRecord> out)
            throws Exception {
        long version = clock.flushedAs(timestamp, timers);
        if (version == 0) {
            return;
        }
        long nowMillis = timers.currentProcessingTime();
        Set<WindowKey> touched = touched();
        Map<WindowKey, Tally> gains = gained();
        countLate(gains, nowMillis);
        for (Map.Entry<WindowKey, Tally> gained : gains.entrySet()) {
            for (BlockWindows.Window part : windows(gained.getKey(), gained.getValue())) {
                WindowKey window = part.key();
                WindowSum all = add(window, part.sum().window(), nowMillis);
                if (all != null) {
                    touched.remove(window);
                    out.collect(row(rows, window, all, version));
                }
            }
        }
        for (WindowKey window : touched) {
            out.collect(row(rows, window, windows.get(window).sum(), version));
        }
    }

    private static JsonRecord row(RowMaker rows, WindowKey window, WindowSum sum, long version)
            throws Exception {
        return rows.row(window, sum.figures(), AuthorSketch.estimate(sum.authors()), version);
    }

    private Map<WindowKey, Tally> gained() throws Exception {
        Map<WindowKey, Tally> gained = new LinkedHashMap<>();
        for (BlockGain gain : gains.get()) {
            gained.computeIfAbsent(gain.block(), block -> Tally.of(block.size())).add(gain.sums());
        }
        gains.clear();
        return gained;
    }

    /** What pages still count may be of a window that is closed here: it counts as late now. */
    private void countLate(Map<WindowKey, Tally> gained, long nowMillis) throws Exception {
        for (Map.Entry<WindowKey, Tally> gain : List.copyOf(gained.entrySet())) {
            WindowKey block = gain.getKey();
            if (clock.mayBeClosed(block.start()) && isLate(block, gain.getValue())) {
                lateChanges.inc();
                WindowKey now =
                        WindowKey.of(
                                block.post(), block.size(), ZoneId.of(block.zone()), nowMillis);
                gained.computeIfAbsent(now, key -> Tally.of(key.size()))
                        .add(BlockWindows.sums(now.size(), nowMillis, WindowSum.LATE));
            }
        }
    }

    private boolean isLate(WindowKey block, Tally gained) throws Exception {
        for (BlockWindows.Window part : windows(block, gained)) {
            WindowKey window = part.key();
            if (clock.isClosed(window) && !windows.contains(window)) {
                return true;
            }
        }
        return false;
    }

    private static List<BlockWindows.Window> windows(WindowKey block, Tally gained) {
        return BlockWindows.of(block, gained, BlockWindows.ALL);
    }

    /** What a window counts with what it gained; null if it is closed. */
    private WindowSum add(WindowKey window, WindowSum gained, long nowMillis) throws Exception {
        WindowState before = windows.get(window);
        if (before == null && clock.isClosed(window)) {
            return null;
        }
        WindowState after =
                before == null
                        ? new WindowState(gained, nowMillis)
                        : new WindowState(before.sum().plus(gained), before.createdAt());
        windows.put(window, after);
        return after.sum();
    }

    private Set<WindowKey> touched() throws Exception {
        Set<WindowKey> touched = new HashSet<>();
        Long instant = touchedAfter.value();
        if (instant != null) {
            for (WindowKey window : windows.keys()) {
                if (window.end() > instant) {
                    touched.add(window);
                }
            }
            touchedAfter.clear();
        }
        return touched;
    }

    /** Lets old windows go if it is time to. */
    Swept sweep(long timestamp, TimerService timers) throws Exception {
        return clock.sweep(timestamp, timers, windows, WindowState::createdAt, false);
    }
}
