package io.otklik.jobs.appeals;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The topology of job {@code appeals}. */
public final class AppealsPipeline {

    private AppealsPipeline() {}

    /**
     * Follows the appeals among messages to their answers and gives each output to its consumer.
     *
     * @param references register, policies, calendars and rule books
     * @param language what reads the texts
     * @param retention how long a message that nothing happens to stays in state
     * @param end up to when terms end though the input ends before, for a bounded run; null: none
     */
    public static void define(
            DataStream<Message> messages,
            DataStream<Reference> references,
            Language language,
            Duration retention,
            Instant end,
            Consumer<DataStream<Appeal>> appeals,
            Consumer<DataStream<AppealEvent>> events,
            Consumer<DataStream<Alert>> alerts) {
        define(
                messages,
                references,
                FollowAppealsOperator.of(language, retention, end),
                appeals,
                events,
                alerts);
    }

    static void define(
            DataStream<Message> messages,
            DataStream<Reference> references,
            FollowAppealsOperator follow,
            Consumer<DataStream<Appeal>> appeals,
            Consumer<DataStream<AppealEvent>> events,
            Consumer<DataStream<Alert>> alerts) {
        SingleOutputStreamOperator<Appeal> followed =
                messages.keyBy(Message::threadId)
                        .connect(references.broadcast())
                        .transform("follow appeals", TypeInformation.of(Appeal.class), follow)
                        .uid("follow-appeals");
        appeals.accept(followed);
        events.accept(followed.getSideOutput(FollowAppeals.EVENTS));
        alerts.accept(followed.getSideOutput(FollowAppeals.ALERTS));
    }
}
