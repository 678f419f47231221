package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Emits a text into its buckets when it is seen for the first time, and again after half of the
 * time to live, so that a mass of exact copies costs the search nothing; and to {@link #LABELS} the
 * text's first message, then and when an earlier one comes.
 *
 * <p>Keyed by text. State: its first message, when it was last seen and when last emitted. It goes
 * when the text was not seen for the time to live.
 */
final class FirstSight extends KeyedProcessFunction<Long, SeenText, Drawn> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<Hop> LABELS = new OutputTag<>("labels", TypeInformation.of(Hop.class));

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
    @WrittenBy(SeenSerializer.class)
    @TypeInfo(WrittenBy.Factory.class)
    public record Seen(Label first, long lastAt, long emittedAt) {}

    @Override
    public void open(OpenContext context) {
        seen =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("seen", TypeInformation.of(Seen.class)));
    }

    @Override
    public void processElement(SeenText text, Context context, Collector<Drawn> out)
            throws Exception {
        Label label = text.label();
        Seen known = seen.value();
        if (known == null || label.at() > known.lastAt() && age.apart(label.at(), known.lastAt())) {
            if (known == null) {
                age.watch(label.at(), context.timerService());
            }
            seen.update(new Seen(label, label.at(), label.at()));
            draw(text, out);
            tell(text, label, context);
            return;
        }
        Seen next =
                new Seen(
                        Label.earlier(known.first(), label),
                        Math.max(known.lastAt(), label.at()),
                        label.at() - known.emittedAt() > age.ttlMillis() / 2
                                ? label.at()
                                : known.emittedAt());
        boolean again = next.emittedAt() != known.emittedAt();
        if (again) {
            draw(text, out);
        }
        if (again || !next.first().equals(known.first())) {
            tell(text, next.first(), context);
        }
        if (!next.equals(known)) {
            seen.update(next);
        }
    }

    private static void draw(SeenText text, Collector<Drawn> out) {
        for (long bucket : text.buckets()) {
            out.collect(new Drawn(bucket, text.label().at(), text.sketch()));
        }
    }

    private static void tell(SeenText text, Label first, Context context) {
        long textId = text.sketch().textId();
        context.output(LABELS, new Hop(textId, textId, first, text.label().at()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Drawn> out)
            throws Exception {
        Seen known = seen.value();
        if (known != null && age.gone(known.lastAt(), timestamp, context.timerService())) {
            seen.clear();
        }
    }
}
