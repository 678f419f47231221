package io.otklik.jobs.appeals;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.Message;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.SimpleTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs {@link FollowAppeals} with its timers in its hands from the start.
 *
 * <p>Flink lends timers to a function only with a keyed element or a timer. A policy that arrives
 * after a restart, before either, changes when open appeals fall due: the function must be able to
 * set their timers while it walks over keyed state. The timer service is the operator's own, of the
 * same name, so state is as Flink's own operator writes it.
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
        ((FollowAppeals) userFunction).use(new SimpleTimerService(timers));
    }
}
