package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.TimerGrid;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * When the changed windows of a key are emitted, when old ones go, and which have gone. Two timers
 * a key, and the last watermark of bounded input.
 */
final class BookClock {

    /** The granularity of letting windows go, so that a key has one timer for it. */
    private static final long SWEEP_MILLIS = Duration.ofHours(1).toMillis();

    /** How exactly the latest change is remembered, so that not each of them is written down. */
    private static final long CHANGED_MILLIS = Duration.ofMinutes(1).toMillis();

    private static final ValueStateDescriptor<BookState> BOOK =
            new ValueStateDescriptor<>("book", TypeInformation.of(BookState.class));

    private final WindowTimes times;
    private final ValueState<BookState> book;

    BookClock(RuntimeContext context, WindowTimes times) {
        this.times = times;
        this.book = context.getState(BOOK);
    }

    /** Whether the key has never had a window, or they are long gone. */
    boolean isUnknown() throws Exception {
        return book.value() == null;
    }

    /** Whether such a window, if it is not in state, has been let go. */
    boolean isClosed(WindowKey window) throws Exception {
        return state().isClosed(window);
    }

    /** Whether a window that began then may have been let go. */
    boolean mayBeClosed(long start) throws Exception {
        return state().mayBeClosed(start);
    }

    /**
     * Sets the timers that the state now needs; to be called after each change.
     *
     * @param changed whether the change left rows to be emitted
     */
    void schedule(TimerService timers, boolean changed) throws Exception {
        long nowMillis = timers.currentProcessingTime();
        BookState known = state();
        BookState scheduled =
                nowMillis < known.changedAt() + CHANGED_MILLIS ? known : known.changedAt(nowMillis);
        if (scheduled.flushAt() == 0 && changed) {
            scheduled =
                    scheduled.flushedNextAt(
                            TimerGrid.nextMultiple(nowMillis, times.emitEvery().toMillis()));
            timers.registerProcessingTimeTimer(scheduled.flushAt());
            // The last watermark of bounded input, after which no processing time passes.
            timers.registerEventTimeTimer(Long.MAX_VALUE);
        }
        if (scheduled.sweepAt() == 0) {
            scheduled = scheduled.sweptNextAt(TimerGrid.nextMultiple(nowMillis, SWEEP_MILLIS));
            timers.registerProcessingTimeTimer(scheduled.sweepAt());
        }
        if (scheduled != known) {
            book.update(scheduled);
        }
    }

    /**
     * Whether it is time to emit changed windows, and as which version: it grows, and follows
     * processing time, so that a replay with empty state supersedes earlier rows.
     *
     * @return 0 if it is not time
     */
    long flushedAs(long timestamp, TimerService timers) throws Exception {
        BookState state = book.value();
        boolean inputEnds = timestamp == Long.MAX_VALUE;
        if (state == null || state.flushAt() == 0 || !inputEnds && timestamp < state.flushAt()) {
            return 0;
        }
        if (inputEnds) {
            timers.deleteProcessingTimeTimer(state.flushAt());
        } else {
            timers.deleteEventTimeTimer(Long.MAX_VALUE);
        }
        long version = Math.max(state.version() + 1, timers.currentProcessingTime());
        book.update(state.flushedAs(version));
        return version;
    }

    /**
     * Lets old windows go if it is time to, and sets the timer of the next time. What is yet to be
     * emitted may still change them: that comes first.
     *
     * @param createdAt processing time when a window's first fact was counted
     * @param remembers whether it stays known which windows have gone when all have: what is
     *     counted in one of them later would replace its row
     */
    <T> Swept sweep(
            long timestamp,
            TimerService timers,
            MapState<WindowKey, T> windows,
            ToLongFunction<T> createdAt,
            boolean remembers)
            throws Exception {
        BookState state = book.value();
        if (state == null
                || timestamp == Long.MAX_VALUE
                || state.sweepAt() == 0
                || timestamp < state.sweepAt()) {
            return Swept.NOTHING;
        }
        if (state.flushAt() != 0) {
            sweepAt(state.flushAt(), state, timers);
            return Swept.NOTHING;
        }
        long due = Long.MAX_VALUE;
        Iterator<Map.Entry<WindowKey, T>> all = windows.iterator();
        while (all.hasNext()) {
            Map.Entry<WindowKey, T> entry = all.next();
            WindowKey key = entry.getKey();
            long goesAt = times.goesAt(key, createdAt.applyAsLong(entry.getValue()));
            if (goesAt <= timestamp) {
                // A page's block takes what comes first: it closes no later than its posts'.
                if (!key.isOfPost()) {
                    state = state.withClosed(key);
                }
                all.remove();
            } else {
                due = Math.min(due, goesAt);
            }
        }
        if (due == Long.MAX_VALUE) {
            due = state.changedAt() + times.retention().toMillis();
            if (due <= timestamp) {
                if (remembers) {
                    book.update(state.atRest());
                } else {
                    book.clear();
                }
                windows.clear();
                return Swept.EVERYTHING;
            }
        }
        sweepAt(TimerGrid.nextMultiple(Math.max(due - 1, timestamp), SWEEP_MILLIS), state, timers);
        return Swept.OLD_WINDOWS;
    }

    private void sweepAt(long time, BookState state, TimerService timers) throws Exception {
        timers.registerProcessingTimeTimer(time);
        book.update(state.sweptNextAt(time));
    }

    private BookState state() throws Exception {
        BookState known = book.value();
        return known == null ? BookState.created() : known;
    }
}
