package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.Kind;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What was decided on residents' new messages: {@code decisions.<kind>} and, in ten buckets of the
 * probability that an answer is needed, {@code decisions.score0} to {@code score9}. The share of
 * the kinds and the form of the histogram tell a drift from what the model was trained on.
 */
final class DecisionMetrics {

    private static final int BUCKETS = 10;

    private final Counter[] kinds = new Counter[Kind.values().length];
    private final Counter[] scores = new Counter[BUCKETS];

    DecisionMetrics(MetricGroup job) {
        MetricGroup group = job.addGroup("decisions");
        for (Kind kind : Kind.values()) {
            kinds[kind.ordinal()] = group.counter(kind.label());
        }
        for (int i = 0; i < BUCKETS; i++) {
            scores[i] = group.counter("score" + i);
        }
    }

    void decided(Decision decision) {
        kinds[decision.kind().ordinal()].inc();
        scores[Math.min(BUCKETS - 1, (int) (decision.needsAnswer() * BUCKETS))].inc();
    }
}
