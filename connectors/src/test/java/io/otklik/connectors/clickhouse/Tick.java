package io.otklik.connectors.clickhouse;

import io.otklik.schemas.Message;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Instant;

/** A stream of messages, five hundred a second. */
final class Tick {

    /** Rows of a bounded run: some four seconds. */
    static final long LAST_ROW = 2_000;

    private Tick() {}

    static DataStream<Message> stream(StreamExecutionEnvironment env, long rows) {
        return env.fromSource(
                new DataGeneratorSource<>(
                        number ->
                                ClickHouseSinkContract.post(
                                        number, Instant.ofEpochMilli(1_767_225_600_000L + number)),
                        rows,
                        RateLimiterStrategy.perSecond(500),
                        TypeInformation.of(Message.class)),
                WatermarkStrategy.noWatermarks(),
                "ticks");
    }
}
