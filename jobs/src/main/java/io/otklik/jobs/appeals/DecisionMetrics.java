package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.Kind;
import io.otklik.language.model.ScoreShares;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * What was decided on residents' new messages: {@code decisions.<kind>} and, in ten buckets of the
 * probability that an answer is needed, {@code decisions.score0} to {@code score9}. Gauge {@code
 * decisions.drift} holds these buckets against those that the model was calibrated on ({@link
 * ScoreShares#drift}).
 */
final class DecisionMetrics {

    private final Counter[] kinds = new Counter[Kind.values().length];
    private final Counter[] scores = new Counter[ScoreShares.BUCKETS];

    /**
     * @param expected how the scores spread in training; asked anew each time, for a model may be
     *     replaced
     */
    DecisionMetrics(MetricGroup job, Supplier<ScoreShares> expected) {
        MetricGroup group = job.addGroup("decisions");
        for (Kind kind : Kind.values()) {
            kinds[kind.ordinal()] = group.counter(kind.label());
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = group.counter("score" + i);
        }
        group.gauge("drift", () -> expected.get().drift(counts()));
    }

    private long[] counts() {
        return Arrays.stream(scores).mapToLong(Counter::getCount).toArray();
    }

    void decided(Decision decision) {
        kinds[decision.kind().ordinal()].inc();
        scores[ScoreShares.bucket(decision.needsAnswer())].inc();
    }
}
