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
     * Messages have two, for a union would part the sink of most messages from its source.
     *
     * @param messages takes those that are complete as they come
     * @param resolved takes Telegram's comments, whose thread had to be found
     * @param threadWait how long a Telegram comment waits for the post that it stands under
     */
    public static void define(
            DataStream<Parsed<PlatformEvent>> raw,
            Duration threadWait,
            Consumer<DataStream<Message>> messages,
            Consumer<DataStream<Message>> resolved,
            Consumer<DataStream<Counter>> counters,
            Consumer<DataStream<DeadLetter>> deadLetters) {
        SingleOutputStreamOperator<Message> complete =
                raw.process(new RouteEvents(), TypeInformation.of(Message.class))
                        .name("route events")
                        .uid("route-events");
        SingleOutputStreamOperator<Message> comments =
                complete.getSideOutput(RouteEvents.TELEGRAM_THREADS)
                        .keyBy(ResolveTelegramThreads::threadOf)
                        .process(
                                new ResolveTelegramThreads(threadWait, THREAD_RETENTION),
                                TypeInformation.of(Message.class))
                        .name("resolve Telegram threads")
                        .uid("resolve-telegram-threads");
        messages.accept(complete);
        resolved.accept(comments);
        counters.accept(complete.getSideOutput(RouteEvents.COUNTERS));
        deadLetters.accept(
                complete.getSideOutput(RouteEvents.DEAD_LETTERS)
                        .union(comments.getSideOutput(RouteEvents.DEAD_LETTERS)));
    }
}
