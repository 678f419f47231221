package io.otklik.jobs.normalize;

import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.connectors.platform.PlatformEvent.ThreadLink;
import io.otklik.connectors.platform.TelegramThreads;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.Message;
import io.otklik.schemas.Topic;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Emits Telegram comments under the channel post that they belong to, as soon as the discussion
 * group's copy of that post has been seen.
 *
 * <p>Keyed by the thread's id in the group. A comment that comes before the copy waits; after the
 * waiting time (processing time: arrival is what is waited for) it becomes a dead letter {@code
 * UNKNOWN_THREAD}.
 *
 * <p>State: the link of a thread, which goes when it was not read for the retention time, and
 * comments that wait, which go with the link's arrival or the timer.
 */
final class ResolveTelegramThreads extends KeyedProcessFunction<String, PlatformEvent, Message> {
    private static final long serialVersionUID = 1L;

    private final Duration wait;
    private final Duration retention;

    private transient ValueState<ThreadLink> link;
    private transient ListState<Message> waiting;
    private transient JsonCodec<Message> codec;

    ResolveTelegramThreads(Duration wait, Duration retention) {
        this.wait = wait;
        this.retention = retention;
    }

    /** The thread that an event is about, by the group's ids. */
    static String threadOf(PlatformEvent event) {
        return event.threadLink() == null
                ? event.message().threadId()
                : event.threadLink().groupThreadId();
    }

    @Override
    public void open(OpenContext context) {
        ValueStateDescriptor<ThreadLink> linkDescriptor =
                new ValueStateDescriptor<>("link", TypeInformation.of(ThreadLink.class));
        linkDescriptor.enableTimeToLive(
                StateTtlConfig.newBuilder(retention)
                        .updateTtlOnReadAndWrite()
                        .neverReturnExpired()
                        .build());
        link = getRuntimeContext().getState(linkDescriptor);
        waiting =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "waiting", TypeInformation.of(Message.class)));
        codec = JsonCodec.of(Message.class);
    }

    @Override
    public void processElement(PlatformEvent event, Context context, Collector<Message> out)
            throws Exception {
        ThreadLink known = link.value();
        if (event.message() != null) {
            if (known == null) {
                waitFor(event.message(), context);
            } else {
                out.collect(TelegramThreads.resolve(event.message(), known));
            }
        } else if (!event.threadLink().equals(known)) {
            link.update(event.threadLink());
            for (Message message : takeWaiting()) {
                out.collect(TelegramThreads.resolve(message, event.threadLink()));
            }
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Message> out)
            throws Exception {
        for (Message message : takeWaiting()) {
            context.output(RouteEvents.DEAD_LETTERS, unresolved(message));
        }
    }

    private void waitFor(Message message, Context context) throws Exception {
        if (!waiting.get().iterator().hasNext()) {
            long now = context.timerService().currentProcessingTime();
            context.timerService().registerProcessingTimeTimer(now + wait.toMillis());
        }
        waiting.add(message);
    }

    private List<Message> takeWaiting() throws Exception {
        List<Message> taken = new ArrayList<>();
        waiting.get().forEach(taken::add);
        waiting.clear();
        return taken;
    }

    /** The comment's place in the topic is no longer known: it is named by the group's own ids. */
    private DeadLetter unresolved(Message message) {
        String id = message.messageId();
        return new DeadLetter(
                Topic.RAW_TELEGRAM.topicName(),
                -1,
                Long.parseLong(id.substring(id.lastIndexOf('_') + 1)),
                message.threadId().hashCode(),
                DeadLetterReason.UNKNOWN_THREAD,
                "The channel post above comment %s was not seen within %s.".formatted(id, wait),
                new String(codec.encode(message), StandardCharsets.UTF_8),
                message.observedAt());
    }
}
