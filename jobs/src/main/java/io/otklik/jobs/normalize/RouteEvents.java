package io.otklik.jobs.normalize;

import io.otklik.connectors.kafka.Parsed;
import io.otklik.connectors.platform.PlatformEvent;
import io.otklik.schemas.Counter;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.DeadLetterReason;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;
import io.otklik.schemas.Platform;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.EnumMap;
import java.util.Map;

/**
 * Emits messages that are complete as they come; counters, dead letters and what concerns Telegram
 * discussion threads go to side outputs. Keeps no state. Counts dead letters by reason in the
 * metric {@code deadLetters}.
 */
final class RouteEvents extends ProcessFunction<Parsed<PlatformEvent>, Message> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<Counter> COUNTERS =
            new OutputTag<>("counters", TypeInformation.of(Counter.class));
    static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    /** Comments that still carry the discussion group's ids, and the links that resolve them. */
    static final OutputTag<PlatformEvent> TELEGRAM_THREADS =
            new OutputTag<>("telegram-threads", TypeInformation.of(PlatformEvent.class));

    private transient Map<DeadLetterReason, org.apache.flink.metrics.Counter> rejected;

    @Override
    public void open(OpenContext context) {
        rejected = new EnumMap<>(DeadLetterReason.class);
        for (DeadLetterReason reason : DeadLetterReason.values()) {
            rejected.put(
                    reason,
                    getRuntimeContext()
                            .getMetricGroup()
                            .addGroup("reason", reason.name())
                            .counter("deadLetters"));
        }
    }

    @Override
    public void processElement(
            Parsed<PlatformEvent> parsed, Context context, Collector<Message> out) {
        if (parsed.isDead()) {
            rejected.get(parsed.deadLetter().reason()).inc();
            context.output(DEAD_LETTERS, parsed.deadLetter());
            return;
        }
        PlatformEvent event = parsed.value();
        if (event.counter() != null) {
            context.output(COUNTERS, event.counter());
        } else if (event.threadLink() != null || isGroupComment(event.message())) {
            context.output(TELEGRAM_THREADS, event);
        } else {
            out.collect(event.message());
        }
    }

    /** Telegram's comments come from the discussion group, never from the channel. */
    private static boolean isGroupComment(Message message) {
        return message.platform() == Platform.TELEGRAM && message.type() == MessageType.COMMENT;
    }
}
