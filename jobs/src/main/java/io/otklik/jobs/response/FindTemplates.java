package io.otklik.jobs.response;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;

/**
 * Emits, as soon as it is known, that an answer repeats what the same authority wrote to somebody
 * else before, under whatever page and post.
 *
 * <p>Keyed by authority and words. The order of arrival does not matter: an answer that comes late
 * makes templates of the later ones. What was written stays written, so nothing is taken back when
 * an answer is deleted.
 *
 * <p>State: one {@link TemplateUses}, until nobody got the text for the retention time (processing
 * time), by one timer.
 */
final class FindTemplates extends KeyedProcessFunction<String, GivenAnswer, TemplateAnswer> {
    private static final long serialVersionUID = 1L;

    private final Duration retention;

    private transient ValueState<TemplateUses> uses;

    FindTemplates(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext context) {
        uses =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "uses", TypeInformation.of(TemplateUses.class)));
    }

    @Override
    public void processElement(GivenAnswer answer, Context context, Collector<TemplateAnswer> out)
            throws Exception {
        TemplateUses before = uses.value();
        if (before == null) {
            before = TemplateUses.NONE;
            forgetLater(context, context.timerService().currentProcessingTime());
        } else if (before.holds(answer)) {
            return;
        }
        TemplateUses now = before.with(answer, context.timerService().currentProcessingTime());
        uses.update(now);
        if (now.isTemplate(answer)) {
            out.collect(new TemplateAnswer(answer.appealId(), answer.words()));
        }
        for (GivenAnswer later : before.uses()) {
            if (later.repeats(answer) && !before.isTemplate(later)) {
                out.collect(new TemplateAnswer(later.appealId(), later.words()));
            }
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<TemplateAnswer> out)
            throws Exception {
        long usedAt = uses.value().usedAt();
        if (usedAt + retention.toMillis() <= timestamp) {
            uses.clear();
        } else {
            forgetLater(context, usedAt);
        }
    }

    private void forgetLater(Context context, long usedAt) {
        context.timerService().registerProcessingTimeTimer(usedAt + retention.toMillis());
    }
}
