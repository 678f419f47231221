package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.CopyRule;
import io.otklik.similarity.copy.Sketch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Compares a text with those that may be its copies, and emits to both that they are, as soon as
 * both are known. A pair that meets in several buckets is compared in the first of them only.
 *
 * <p>Keyed by text. State: the text's sketch with its first message, and what came before it. It
 * goes when the text was not emitted for the time to live.
 */
final class CompareTexts extends KeyedProcessFunction<Long, Comparison, Hop> {
    private static final long serialVersionUID = 1L;

    private final Age age;

    private transient ValueState<Comparison> itself;
    private transient ListState<Comparison> waiting;
    private transient Counter compared;
    private transient Counter copies;

    CompareTexts(Age age) {
        this.age = age;
    }

    @Override
    public void open(OpenContext context) {
        TypeInformation<Comparison> type = TypeInformation.of(Comparison.class);
        itself = getRuntimeContext().getState(new ValueStateDescriptor<>("itself", type));
        waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", type));
        compared = getRuntimeContext().getMetricGroup().counter("compared");
        copies = getRuntimeContext().getMetricGroup().counter("nearCopies");
    }

    @Override
    public void processElement(Comparison text, Context context, Collector<Hop> out)
            throws Exception {
        Comparison known = itself.value();
        if (text.band() == Comparison.ITSELF) {
            if (known == null) {
                age.watch(text.at(), context.timerService());
            }
            itself.update(text);
            for (Comparison other : waiting.get()) {
                compare(text, other, out);
            }
            waiting.clear();
        } else if (known == null) {
            // The way through the bucket was faster than the text's own.
            waiting.add(text);
            age.watch(text.at(), context.timerService());
        } else {
            compare(known, text, out);
        }
    }

    private void compare(Comparison known, Comparison other, Collector<Hop> out) {
        Sketch own = known.sketch();
        Sketch theirs = other.sketch();
        if (age.apart(known.at(), other.at()) || own.firstCommonBand(theirs) != other.band()) {
            return;
        }
        compared.inc();
        if (CopyRule.copies(own, theirs)) {
            copies.inc();
            out.collect(new Hop(own.textId(), theirs.textId(), other.label(), other.at()));
            out.collect(new Hop(theirs.textId(), own.textId(), known.label(), known.at()));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Hop> out)
            throws Exception {
        Comparison known = itself.value();
        if (known == null || age.gone(known.at(), timestamp, context.timerService())) {
            itself.clear();
            waiting.clear();
        }
    }
}
