package io.otklik.jobs.normalize;

import io.otklik.connectors.kafka.Parsed;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.time.Duration;
import java.util.function.Consumer;

/** The topology of job {@code normalize}. */
public final class NormalizePipeline {

    /** How long a discussion thread may be silent and still be known. */
    private static final Duration THREAD_RETENTION = Duration.ofDays(180);

    private NormalizePipeline() {}

    /**
     * Takes what was read from the raw topics and gives it to one consumer of a stream per output.
     *
     * @param threadWait how long a Telegram comment waits for the post that it stands under
     */
    public static void define(
            DataStream<Parsed<PlatformEvent>> raw,
            Duration threadWait,
            Consumer<DataStream<Message>> messages,
            Consumer<DataStream<Counter>> counters,
            Consumer<DataStream<DeadLetter>> deadLetters) {
        SingleOutputStreamOperator<Message> complete =
                raw.process(new RouteEvents(), TypeInformation.of(Message.class))
                        .name("route events")
                        .uid("route-events");
        SingleOutputStreamOperator<Message> resolved =
                complete.getSideOutput(RouteEvents.TELEGRAM_THREADS)
                        .keyBy(ResolveTelegramThreads::threadOf)
                        .process(
                                new ResolveTelegramThreads(threadWait, THREAD_RETENTION),
                                TypeInformation.of(Message.class))
                        .name("resolve Telegram threads")
                        .uid("resolve-telegram-threads");
        messages.accept(complete.union(resolved));
        counters.accept(complete.getSideOutput(RouteEvents.COUNTERS));
        deadLetters.accept(
                complete.getSideOutput(RouteEvents.DEAD_LETTERS)
                        .union(resolved.getSideOutput(RouteEvents.DEAD_LETTERS)));
    }
}
