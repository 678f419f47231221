package io.otklik.jobs.appeals;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Community;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.time.Duration;
import java.util.function.Consumer;

/** The topology of job {@code appeals}. */
public final class AppealsPipeline {

    private AppealsPipeline() {}

    /**
     * Follows the appeals among messages and gives each output to its consumer.
     *
     * @param retention how long a message that nothing happens to stays in state
     */
    public static void define(
            DataStream<Message> messages,
            DataStream<Community> register,
            Duration retention,
            Consumer<DataStream<Appeal>> appeals,
            Consumer<DataStream<AppealEvent>> events) {
        SingleOutputStreamOperator<Appeal> followed =
                messages.keyBy(Message::threadId)
                        .connect(register.broadcast(FollowAppeals.REGISTER))
                        .process(new FollowAppeals(retention), TypeInformation.of(Appeal.class))
                        .name("follow appeals")
                        .uid("follow-appeals");
        appeals.accept(followed);
        events.accept(followed.getSideOutput(FollowAppeals.EVENTS));
    }
}
