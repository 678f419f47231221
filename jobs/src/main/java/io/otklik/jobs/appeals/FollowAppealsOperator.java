package io.otklik.jobs.appeals;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.Message;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs {@link FollowAppeals} with its timers in its hands from the start.
 *
 * <p>Flink lends timers to a function only with a keyed element or a timer. A policy that arrives
 * after a restart, before either, changes when open appeals fall due: the function must be able to
 * set their timers while it walks over keyed state. The timer service is the operator's own, of the
 * same name, so state is as Flink's own operator writes it. And it lets changes of the register and
 * the policies gather, so that many are one walk over keyed state ({@link
 * FollowAppeals#applyChanges}).
 */
final class FollowAppealsOperator
        extends CoBroadcastWithKeyedOperator<String, Message, Reference, Appeal> {
    private static final long serialVersionUID = 1L;

    private static final String TIMERS = "user-timers";

    FollowAppealsOperator(FollowAppeals function) {
        super(
                function,
                List.of(
                        FollowAppeals.REGISTER,
                        FollowAppeals.POLICIES,
                        FollowAppeals.CALENDARS,
                        FollowAppeals.RULES));
    }

    /** See {@link FollowAppeals#FollowAppeals(Language, Duration, Instant)}. */
    static FollowAppealsOperator of(Language language, Duration retention, Instant end) {
        return new FollowAppealsOperator(new FollowAppeals(language, retention, end));
    }

    @Override
    public void open() throws Exception {
        super.open();
        InternalTimerService<VoidNamespace> timers =
                getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        function().use(new SimpleTimerService(timers));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        applyChanges();
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        applyChanges();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    private void applyChanges() throws Exception {
        function()
                .applyChanges(
                        getKeyedStateBackend(),
                        new TimestampedCollector<>(output),
                        new FollowAppeals.SideOutput() {
                            @Override
                            public <X> void output(OutputTag<X> tag, X value) {
                                output.collect(tag, new StreamRecord<>(value));
                            }
                        });
    }

    private FollowAppeals function() {
        return (FollowAppeals) userFunction;
    }
}
