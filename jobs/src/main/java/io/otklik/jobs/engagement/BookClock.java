package io.otklik.jobs.engagement;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;

import java.time.Duration;
import java.util.List;

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

    /** Whether it is time to let old windows go. */
    boolean sweepsAt(long timestamp) throws Exception {
        BookState state = book.value();
        return state != null
                && timestamp != Long.MAX_VALUE
                && state.sweepAt() != 0
                && timestamp >= state.sweepAt();
    }

    /**
     * Notes what a sweep let go, and sets the timer of the next one.
     *
     * @param gone windows that are closed from now on
     * @param next when the next window goes; {@link Long#MAX_VALUE} if none is left
     * @return whether nothing is left to come: none is left, and nothing changed for the retention
     *     time
     */
    boolean swept(long timestamp, TimerService timers, List<WindowKey> gone, long next)
            throws Exception {
        BookState state = book.value();
        for (WindowKey window : gone) {
            state = state.withClosed(window);
        }
        long due = next;
        if (next == Long.MAX_VALUE) {
            due = state.changedAt() + times.retention().toMillis();
            if (due <= timestamp) {
                book.clear();
                return true;
            }
        }
        long sweepAt = nextMultiple(Math.max(due - 1, timestamp), SWEEP_MILLIS);
        timers.registerProcessingTimeTimer(sweepAt);
        book.update(state.sweptNextAt(sweepAt));
        return false;
    }

    private BookState state() throws Exception {
        BookState known = book.value();
        return known == null ? BookState.created() : known;
    }

    /** The first multiple of a step behind an instant. */
    static long nextMultiple(long after, long step) {
        return (Math.floorDiv(after, step) + 1) * step;
    }
}
