package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Emits, as soon as an appeal's record arrives, what each slice has to take back and to add.
 *
 * <p>Keyed by appeal. A record with a version that is not higher than the last one's is a
 * repetition and emits nothing; so does one that changes nothing the windows count.
 *
 * <p>State: one {@link CountedAppeal}. It goes when the appeal did not change for the retention
 * time (processing time: a replay of old appeals beside live ones must not outrun it). What it
 * added to the windows stays; a record that came still later would be counted as a new appeal, and
 * job {@code appeals}, which keeps its state for the same time, sends none.
 */
final class CountAppeals extends KeyedProcessFunction<String, Appeal, Recount> {
    private static final long serialVersionUID = 1L;

    private final Duration retention;

    private transient ValueState<CountedAppeal> counted;

    CountAppeals(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext context) {
        counted =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "counted", TypeInformation.of(CountedAppeal.class)));
    }

    @Override
    public void processElement(Appeal appeal, Context context, Collector<Recount> out)
            throws Exception {
        CountedAppeal before = counted.value();
        if (before != null && before.version() >= appeal.version()) {
            return;
        }
        List<Slice> slices = AppealReading.slices(appeal);
        AppealFacts facts = AppealReading.facts(appeal);
        long forgetAt = context.timerService().currentProcessingTime() + retention.toMillis();
        if (before != null) {
            context.timerService().deleteProcessingTimeTimer(before.forgetAt());
        }
        context.timerService().registerProcessingTimeTimer(forgetAt);
        counted.update(new CountedAppeal(slices, facts, appeal.version(), forgetAt));
        recount(
                before == null ? List.of() : before.slices(),
                before == null ? null : before.facts(),
                slices,
                facts,
                out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Recount> out) {
        counted.clear();
    }

    private static void recount(
            List<Slice> oldSlices,
            AppealFacts oldFacts,
            List<Slice> newSlices,
            AppealFacts newFacts,
            Collector<Recount> out) {
        boolean sameFacts = Objects.equals(oldFacts, newFacts);
        for (Slice slice : newSlices) {
            boolean known = oldSlices.stream().anyMatch(slice::isSameAs);
            AppealFacts before = known ? oldFacts : null;
            boolean changes = known ? !sameFacts || !oldSlices.contains(slice) : newFacts != null;
            if (changes) {
                out.collect(new Recount(slice, before, newFacts));
            }
        }
        for (Slice slice : oldSlices) {
            if (oldFacts != null && newSlices.stream().noneMatch(slice::isSameAs)) {
                out.collect(new Recount(slice, oldFacts, null));
            }
        }
    }
}
