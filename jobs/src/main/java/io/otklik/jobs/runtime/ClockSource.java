package io.otklik.jobs.runtime;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;

/**
 * A clock that moves event time while every input is silent: watermarks stop where no event comes,
 * and a deadline in a silent night would never be told.
 *
 * <p>One tick a second carries wall time minus the allowed lateness. Joined with an input, it takes
 * over as soon as the input's partitions are idle, and otherwise never runs ahead of them: event
 * time is the smaller of both. A replay leaves it out.
 *
 * <p>Behind a start partitions are idle until their first records are read, though a backlog may
 * lie there: for a grace the clock then tells no time, and event time stands.
 */
public final class ClockSource {

    private static final double TICKS_PER_SECOND = 1;

    private ClockSource() {}

    /**
     * An input with the clock beside it.
     *
     * @param lateness how far the clock stays behind wall time
     * @param grace how long event time stands at first at most; as long as the input's partitions
     *     take to be idle it does anyway
     */
    public static <T> DataStream<T> beside(
            DataStream<T> input,
            TypeInformation<T> type,
            StreamExecutionEnvironment env,
            Duration lateness,
            ClockGrace grace) {
        DataStream<T> ticks =
                env.fromSource(
                                new DataGeneratorSource<>(
                                        new WallTime(lateness, grace),
                                        Long.MAX_VALUE,
                                        RateLimiterStrategy.perSecond(TICKS_PER_SECOND),
                                        Types.LONG),
                                WatermarkStrategy.<Long>forMonotonousTimestamps()
                                        .withTimestampAssigner((time, none) -> time),
                                "clock")
                        .uid("clock")
                        .setParallelism(1)
                        .<T>flatMap((tick, out) -> {})
                        .returns(type)
                        .name("only time")
                        .uid("clock-only-time")
                        .setParallelism(1);
        return input.union(ticks);
    }
}
