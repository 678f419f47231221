package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Sketch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Emits a text into the buckets of its lots when it is seen for the first time, and again after
 * half of the time to live, so that a mass of exact copies costs the search nothing; to {@link
 * #ITSELF} the text with its sketch; and to {@link #EARLIER} when a message turns out to be the
 * first.
 *
 * <p>Keyed by text. State: its first message, when it was last seen and when last emitted. It goes
 * when the text was not seen for the time to live.
 */
final class FirstSight extends KeyedProcessFunction<Long, SeenText, Comparison> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<Comparison> ITSELF =
            new OutputTag<>("itself", TypeInformation.of(Comparison.class));
    static final OutputTag<Hop> EARLIER = new OutputTag<>("earlier", TypeInformation.of(Hop.class));

    private final Age age;

    private transient ValueState<Seen> seen;

    FirstSight(Age age) {
        this.age = age;
    }

    /**
     * What is known of a text.
     *
     * @param emittedAt publication of the message with which it was last emitted
     */
    public record Seen(Label first, long lastAt, long emittedAt) {}

    @Override
    public void open(OpenContext context) {
        seen =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("seen", TypeInformation.of(Seen.class)));
    }

    @Override
    public void processElement(SeenText text, Context context, Collector<Comparison> out)
            throws Exception {
        if (!text.sketch().searchable()) {
            return;
        }
        Label label = text.sighting().label();
        Seen known = seen.value();
        if (known == null || label.at() > known.lastAt() && age.apart(label.at(), known.lastAt())) {
            if (known == null) {
                age.watch(label.at(), context.timerService());
            }
            seen.update(new Seen(label, label.at(), label.at()));
            emit(text.sketch(), label, label.at(), context, out);
            return;
        }
        Label first = Label.earlier(known.first(), label);
        long emittedAt = known.emittedAt();
        if (label.at() - emittedAt > age.ttlMillis() / 2) {
            emittedAt = label.at();
            emit(text.sketch(), first, label.at(), context, out);
        }
        if (!first.equals(known.first())) {
            context.output(EARLIER, new Hop(text.textId(), text.textId(), first, label.at()));
        }
        long lastAt = Math.max(known.lastAt(), label.at());
        if (!first.equals(known.first()) || lastAt > known.lastAt()) {
            seen.update(new Seen(first, lastAt, emittedAt));
        }
    }

    private static void emit(
            Sketch sketch, Label label, long at, Context context, Collector<Comparison> out) {
        context.output(
                ITSELF, new Comparison(sketch.textId(), Comparison.ITSELF, label, at, sketch));
        long[] bands = sketch.bands();
        for (int band = 0; band < bands.length; band++) {
            out.collect(new Comparison(bands[band], band, label, at, sketch));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Comparison> out)
            throws Exception {
        Seen known = seen.value();
        if (known != null && age.gone(known.lastAt(), timestamp, context.timerService())) {
            seen.clear();
        }
    }
}
