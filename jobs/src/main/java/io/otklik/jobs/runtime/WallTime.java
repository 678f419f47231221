package io.otklik.jobs.runtime;

import org.apache.flink.connector.datagen.source.GeneratorFunction;

import java.io.Serializable;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time of each tick, epoch milliseconds: wall time minus the lateness; {@link Long#MIN_VALUE},
 * which moves no watermark, while the grace after the start lasts.
 *
 * <p>Ticks are counted on from state, so that an instance whose first is not number 0 was restored.
 */
final class WallTime implements GeneratorFunction<Long, Long> {
    private static final long serialVersionUID = 1L;

    private final long lateness;
    private final long freshGrace;
    private final long restoredGrace;
    private final Wall wall;
    private transient boolean started;
    private transient long heldUntil;

    /** What tells epoch milliseconds. */
    interface Wall extends LongSupplier, Serializable {}

    WallTime(Duration lateness, ClockGrace grace) {
        this(lateness, grace, System::currentTimeMillis);
    }

    WallTime(Duration lateness, ClockGrace grace, Wall wall) {
        this.lateness = lateness.toMillis();
        this.freshGrace = grace.fresh().toMillis();
        this.restoredGrace = grace.restored().toMillis();
        this.wall = wall;
    }

    @Override
    public Long map(Long tick) {
        long now = wall.getAsLong();
        if (!started) {
            started = true;
            heldUntil = now + (tick == 0 ? freshGrace : restoredGrace);
        }
        return now < heldUntil ? Long.MIN_VALUE : now - lateness;
    }
}
