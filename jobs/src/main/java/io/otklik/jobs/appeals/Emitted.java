package io.otklik.jobs.appeals;

import io.otklik.schemas.AlertKind;
import io.otklik.schemas.AppealEventType;
import io.otklik.schemas.SlaMetric;

import java.util.List;
import java.util.Objects;

/**
 * What the topics hold about one message: enough to emit a change and nothing else.
 *
 * @param appeal digest of the {@code Appeal} that stands; 0: none
 * @param events the events that stand
 * @param alerts the alerts that stand
 * @param version of the last emission
 * @param facts digest of the facts that it was told by; 0: not known
 * @param next when clocks tell more by themselves, epoch milliseconds; {@link Long#MAX_VALUE}:
 *     never
 */
record Emitted(
        long appeal, List<Event> events, List<Alarm> alerts, long version, long facts, long next) {

    static final Emitted NOTHING = new Emitted(0, List.of(), List.of(), 0, 0, Long.MAX_VALUE);

    boolean nothing() {
        return appeal == 0 && events.isEmpty() && alerts.isEmpty();
    }

    /** Whether it is known by which facts it was told, and no clock tells more by then. */
    boolean standsUntil(long until) {
        return facts != 0 && next > until;
    }

    /** What was emitted, by those facts; the very same object if it is known to be by them. */
    Emitted by(long nowFacts, long nowNext) {
        return nowFacts == facts && nowNext == next
                ? this
                : new Emitted(appeal, events, alerts, version, nowFacts, nowNext);
    }

    /**
     * What makes an event's id, and a digest of the rest.
     *
     * @param causeMessageId null: the appeal itself
     * @param metric null: about no term
     * @param at epoch milliseconds
     */
    record Event(
            AppealEventType type,
            String causeMessageId,
            long at,
            SlaMetric metric,
            int level,
            long digest) {

        /** Whether both have one id. */
        boolean isSame(Event other) {
            return type == other.type
                    && at == other.at
                    && metric == other.metric
                    && level == other.level
                    && Objects.equals(causeMessageId, other.causeMessageId);
        }
    }

    /**
     * What makes an alert's id, and a digest of the rest.
     *
     * @param term when the term began that it is about, epoch milliseconds; 0: the first
     * @param raisedAt epoch milliseconds
     */
    record Alarm(
            AlertKind kind, SlaMetric metric, int level, long term, long raisedAt, long digest) {

        /** Whether both have one id. */
        boolean isSame(Alarm other) {
            return kind == other.kind
                    && metric == other.metric
                    && level == other.level
                    && term == other.term;
        }
    }
}
