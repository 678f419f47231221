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
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Emits Telegram comments under the channel post that they belong to, as soon as the discussion
 * group's copy of that post has been seen.
 *
 * <p>Keyed by the thread's id in the group. A comment that comes before the copy waits, each for
 * the whole waiting time (processing time: arrival is what is waited for); then it becomes a dead
 * letter {@code UNKNOWN_THREAD}. So it does at the end of bounded input, after which nothing
 * arrives. While the job stood still nothing could arrive: behind a restart a comment waits its
 * whole time anew, so that what lies in the topic is read first.
 *
 * <p>State: the link of a thread, which goes when it was not read for the retention time, and
 * comments that wait, which go with the link's arrival, the timer or the end. Builds before 1
 * December 2026 kept these without their arrival: such a comment waits anew from when the timer
 * fires that such a build has set.
 */
final class ResolveTelegramThreads extends KeyedProcessFunction<String, PlatformEvent, Message> {
    private static final long serialVersionUID = 1L;

    /** The last watermark of bounded input, behind which no processing-time timer fires. */
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final Duration wait;
    private final Duration retention;

    private transient ValueState<ThreadLink> link;

    /** In the order of their arrival. */
    private transient ListState<WaitingComment> waiting;

    /** Comments of an earlier build, whose arrival is not known. */
    private transient ListState<Message> earlier;

    private transient JsonCodec<Message> codec;

    /** When this instance did something for the first time, by processing time; 0 before. */
    private transient long beganAt;

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
                                        "waiting-comments",
                                        TypeInformation.of(WaitingComment.class)));
        earlier =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "waiting", TypeInformation.of(Message.class)));
        codec = JsonCodec.of(Message.class);
    }

    @Override
    public void processElement(PlatformEvent event, Context context, Collector<Message> out)
            throws Exception {
        begin(context.timerService());
        ThreadLink known = link.value();
        if (event.message() != null) {
            if (known == null) {
                waitFor(event.message(), context.timerService());
            } else {
                out.collect(TelegramThreads.resolve(event.message(), known));
            }
        } else if (!event.threadLink().equals(known)) {
            link.update(event.threadLink());
            for (Message message : takeWaiting(context.timerService())) {
                out.collect(TelegramThreads.resolve(message, event.threadLink()));
            }
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Message> out)
            throws Exception {
        begin(context.timerService());
        boolean inputEnds = context.timeDomain() == TimeDomain.EVENT_TIME;
        if (inputEnds) {
            for (Message message : takeWaiting(context.timerService())) {
                context.output(
                        RouteEvents.DEAD_LETTERS, unresolved(message, "before the input ended"));
            }
        } else {
            dropOld(timestamp, context);
        }
    }

    private void begin(TimerService timers) {
        if (beganAt == 0) {
            beganAt = timers.currentProcessingTime();
        }
    }

    private void dropOld(long timestamp, OnTimerContext context) throws Exception {
        List<WaitingComment> young = new ArrayList<>();
        for (WaitingComment comment : waiting.get()) {
            if (goesAt(comment) > timestamp) {
                young.add(comment);
            } else {
                context.output(
                        RouteEvents.DEAD_LETTERS, unresolved(comment.message(), "within " + wait));
            }
        }
        // Behind a long halt a timer fires long after its time.
        long now = context.timerService().currentProcessingTime();
        for (Message message : earlier.get()) {
            young.add(new WaitingComment(message, now));
        }
        earlier.clear();
        waiting.update(young);
        if (young.isEmpty()) {
            context.timerService().deleteEventTimeTimer(END_OF_INPUT);
        } else {
            awaitEnd(young.get(0), context.timerService());
        }
    }

    private void waitFor(Message message, TimerService timers) throws Exception {
        WaitingComment comment = new WaitingComment(message, timers.currentProcessingTime());
        if (!waiting.get().iterator().hasNext()) {
            awaitEnd(comment, timers);
        }
        waiting.add(comment);
    }

    /** One timer a thread: of the comment that has waited longest. */
    private void awaitEnd(WaitingComment oldest, TimerService timers) {
        timers.registerProcessingTimeTimer(goesAt(oldest));
        timers.registerEventTimeTimer(END_OF_INPUT);
    }

    private List<Message> takeWaiting(TimerService timers) throws Exception {
        List<Message> taken = new ArrayList<>();
        earlier.get().forEach(taken::add);
        earlier.clear();
        Iterator<WaitingComment> comments = waiting.get().iterator();
        if (comments.hasNext()) {
            WaitingComment oldest = comments.next();
            timers.deleteProcessingTimeTimer(goesAt(oldest));
            // Still there where the instance before has set it.
            timers.deleteProcessingTimeTimer(oldest.arrivedAt() + wait.toMillis());
            timers.deleteEventTimeTimer(END_OF_INPUT);
            taken.add(oldest.message());
            comments.forEachRemaining(comment -> taken.add(comment.message()));
        }
        waiting.clear();
        return taken;
    }

    private long goesAt(WaitingComment comment) {
        return Math.max(comment.arrivedAt(), beganAt) + wait.toMillis();
    }

    /** The comment's place in the topic is no longer known: it is named by the group's own ids. */
    private DeadLetter unresolved(Message message, String until) {
        String id = message.messageId();
        return new DeadLetter(
                Topic.RAW_TELEGRAM.topicName(),
                -1,
                Long.parseLong(id.substring(id.lastIndexOf('_') + 1)),
                message.threadId().hashCode(),
                DeadLetterReason.UNKNOWN_THREAD,
                "The channel post above comment %s was not seen %s.".formatted(id, until),
                new String(codec.encode(message), StandardCharsets.UTF_8),
                message.observedAt());
    }
}
