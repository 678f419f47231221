package io.otklik.jobs.appeals;

import io.otklik.schemas.AlertKind;
import io.otklik.schemas.SlaMetric;

import java.time.Duration;
import java.time.Instant;

/** An alert about one term of an appeal, as it stands. */
final class Alarm {

    private final AlertKind kind;
    private final SlaMetric metric;
    private final int level;
    private final long term;
    private final Instant dueAt;
    private final Instant raisedAt;
    private Instant clearedAt;
    private Long lateMillis;

    /**
     * @param term see {@link #term()}
     */
    Alarm(AlertKind kind, SlaMetric metric, int level, long term, Instant dueAt, Instant raisedAt) {
        this.kind = kind;
        this.metric = metric;
        this.level = level;
        this.term = term;
        this.dueAt = dueAt;
        this.raisedAt = raisedAt;
    }

    AlertKind kind() {
        return kind;
    }

    SlaMetric metric() {
        return metric;
    }

    int level() {
        return level;
    }

    /** When the term began that it is about, epoch milliseconds; 0 for the first of its metric. */
    long term() {
        return term;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Instant clearedAt() {
        return clearedAt;
    }

    Long lateMillis() {
        return lateMillis;
    }

    /** What it was raised for came, or is owed no more. */
    void clear(Instant at, boolean answered) {
        if (clearedAt == null) {
            clearedAt = at;
            boolean late = answered && kind != AlertKind.DUE_SOON;
            lateMillis = late ? Duration.between(dueAt, at).toMillis() : null;
        }
    }
}
