package io.otklik.jobs.incidents;

import io.otklik.schemas.Appeal;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;

/**
 * Emits an appeal under its problem each time its state changes; and under the problem that it had
 * before, that it is gone, when it was moved to another or has none any more. Keyed by appeal.
 *
 * <p>State: what was emitted last, the version of the record that said so, for an older one must
 * not bring it back, and when to forget both: when the appeal did not change for the retention time
 * (processing time: a replay of old appeals must not outrun it), by a timer that is put off at most
 * once a day.
 */
final class PlaceAppeals extends KeyedProcessFunction<String, Appeal, PlacedAppeal> {
    private static final long serialVersionUID = 1L;

    private static final long PUT_OFF_MILLIS = Duration.ofDays(1).toMillis();

    private final Duration retention;

    private transient ValueState<PlacedAppeal> placed;
    private transient ValueState<Long> version;
    private transient ValueState<Long> forgetAt;

    PlaceAppeals(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext context) {
        placed =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "placed", TypeInformation.of(PlacedAppeal.class)));
        version = getRuntimeContext().getState(new ValueStateDescriptor<>("version", Types.LONG));
        forgetAt =
                getRuntimeContext().getState(new ValueStateDescriptor<>("forget-at", Types.LONG));
    }

    @Override
    public void processElement(Appeal appeal, Context context, Collector<PlacedAppeal> out)
            throws Exception {
        Long known = version.value();
        if (known != null && known >= appeal.version()) {
            return;
        }
        PlacedAppeal before = placed.value();
        PlacedAppeal now = PlacedAppeal.of(appeal);
        if (before != null && (now == null || !now.problem().equals(before.problem()))) {
            out.collect(before.leaving(appeal.version()));
        }
        if (now != null) {
            out.collect(now);
        }
        placed.update(now);
        version.update(appeal.version());
        putOff(context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PlacedAppeal> out) {
        placed.clear();
        version.clear();
        forgetAt.clear();
    }

    private void putOff(Context context) throws Exception {
        long at = context.timerService().currentProcessingTime() + retention.toMillis();
        Long known = forgetAt.value();
        if (known != null && at - known < PUT_OFF_MILLIS) {
            return;
        }
        if (known != null) {
            context.timerService().deleteProcessingTimeTimer(known);
        }
        context.timerService().registerProcessingTimeTimer(at);
        forgetAt.update(at);
    }
}
