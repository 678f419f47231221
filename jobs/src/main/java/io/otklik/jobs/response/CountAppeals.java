package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Emits, as soon as an appeal's record arrives or its answer turns out to be a template, what each
 * slice has to take back and to add.
 *
 * <p>Keyed by appeal. A record with a version that is not higher than the last one's is a
 * repetition and emits nothing; so does one that changes nothing the windows count.
 *
 * <p>State: one {@link CountedAppeal}, and the answers that are templates, as a rule none or one,
 * which may be known before the appeal. Both go when the appeal did not change for the retention
 * time (processing time: a replay of old appeals beside live ones must not outrun it). What it
 * added to the windows stays; a record that came still later would be counted as a new appeal, and
 * job {@code appeals}, which keeps its state for the same time, sends none.
 */
final class CountAppeals extends KeyedCoProcessFunction<String, Appeal, TemplateAnswer, Recount> {
    private static final long serialVersionUID = 1L;

    private final Duration retention;

    private transient ValueState<CountedAppeal> counted;
    private transient ListState<Long> templates;

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
        templates =
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("templates", Types.LONG));
    }

    @Override
    public void processElement1(Appeal appeal, Context context, Collector<Recount> out)
            throws Exception {
        CountedAppeal before = counted.value();
        if (before != null && before.version() >= appeal.version()) {
            return;
        }
        List<Slice> slices = AppealReading.slices(appeal);
        GivenAnswer answer = GivenAnswer.of(appeal);
        AppealFacts facts = AppealReading.facts(appeal);
        if (facts != null && answer != null && isTemplate(answer.words())) {
            facts = facts.withTemplate();
        }
        long forgetAt = context.timerService().currentProcessingTime() + retention.toMillis();
        if (before != null) {
            context.timerService().deleteProcessingTimeTimer(before.forgetAt());
        }
        context.timerService().registerProcessingTimeTimer(forgetAt);
        counted.update(
                new CountedAppeal(
                        slices,
                        facts,
                        answer == null ? 0 : answer.words(),
                        appeal.version(),
                        forgetAt));
        recount(
                before == null ? List.of() : before.slices(),
                before == null ? null : before.facts(),
                slices,
                facts,
                out);
    }

    @Override
    public void processElement2(TemplateAnswer template, Context context, Collector<Recount> out)
            throws Exception {
        if (isTemplate(template.words())) {
            return;
        }
        templates.add(template.words());
        CountedAppeal before = counted.value();
        if (before == null) {
            context.timerService()
                    .registerProcessingTimeTimer(
                            context.timerService().currentProcessingTime() + retention.toMillis());
        } else if (before.facts() != null && before.answer() == template.words()) {
            AppealFacts facts = before.facts().withTemplate();
            counted.update(before.with(facts));
            recount(before.slices(), before.facts(), before.slices(), facts, out);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Recount> out)
            throws Exception {
        CountedAppeal known = counted.value();
        if (known == null || known.forgetAt() <= timestamp) {
            counted.clear();
            templates.clear();
        }
    }

    private boolean isTemplate(long words) throws Exception {
        for (long template : templates.get()) {
            if (template == words) {
                return true;
            }
        }
        return false;
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
