package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.TimerGrid;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Emits, as soon as a message or counter arrives, what its post gains at which instant and what it
 * gives back of what was told before: a post or comment at its publication while it stands, a
 * running total's gain at its observation (see {@link CounterSeries}), a single event's change at
 * the event. The sum of what is emitted follows from the facts alone, not from their order or
 * repetition.
 *
 * <p>Keyed by post. A comment of the page itself is no comment of residents and counts nothing;
 * likes of comments are told apart from those of the post.
 *
 * <p>State: a {@link KnownMessage} a message and a {@link CountedChange} an event, which go {@link
 * PostTimes#recent} after they came last: what comes later again falls in windows that are closed;
 * and a {@link KnownSeries} a counted message, which goes when no counter came for {@link
 * PostTimes#retention}: the next total is then a first one. Processing time, so that a replay of an
 * old month beside live posts is kept as long.
 */
final class FollowPosts extends KeyedProcessFunction<String, PostFact, PostChange> {
    private static final long serialVersionUID = 1L;

    private static final long SWEEP_MILLIS = Duration.ofHours(1).toMillis();

    private final PostTimes times;

    /** By hash of the message, as the others. */
    private transient MapState<Long, KnownMessage> messages;

    private transient MapState<Long, KnownSeries> counters;

    /** By hash of message and event. */
    private transient MapState<Long, CountedChange> changes;

    /** Processing time of the timer that lets entries go. */
    private transient ValueState<Long> sweepAt;

    FollowPosts(PostTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        messages = map("messages", KnownMessageSerializer.INSTANCE);
        counters = map("counters", KnownSeriesSerializer.INSTANCE);
        changes = map("changes", CountedChangeSerializer.INSTANCE);
        sweepAt = getRuntimeContext().getState(new ValueStateDescriptor<>("sweep-at", Types.LONG));
    }

    @Override
    public void processElement(PostFact fact, Context context, Collector<PostChange> out)
            throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        if (fact.message() != null) {
            follow(fact, nowMillis, out);
        } else if (fact.counter().isSingle()) {
            change(fact, nowMillis, out);
        } else {
            total(fact, nowMillis, out);
        }
        if (sweepAt.value() == null) {
            sweepNextAt(nowMillis + times.recent().toMillis(), context);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PostChange> out)
            throws Exception {
        long recent = timestamp - times.recent().toMillis();
        long retained = timestamp - times.retention().toMillis();
        long oldest = Long.MAX_VALUE;
        for (Iterator<KnownMessage> all = messages.values().iterator(); all.hasNext(); ) {
            long at = all.next().touchedAt();
            oldest = removeIfBefore(recent, at, all) ? oldest : Math.min(oldest, at - recent);
        }
        for (Iterator<CountedChange> all = changes.values().iterator(); all.hasNext(); ) {
            long at = all.next().touchedAt();
            oldest = removeIfBefore(recent, at, all) ? oldest : Math.min(oldest, at - recent);
        }
        for (Iterator<KnownSeries> all = counters.values().iterator(); all.hasNext(); ) {
            long at = all.next().touchedAt();
            oldest = removeIfBefore(retained, at, all) ? oldest : Math.min(oldest, at - retained);
        }
        for (MapState<Long, ?> all : List.of(messages, changes, counters)) {
            if (all.isEmpty()) {
                all.clear();
            }
        }
        if (oldest == Long.MAX_VALUE) {
            sweepAt.clear();
        } else {
            sweepNextAt(timestamp + oldest, context);
        }
    }

    private void follow(PostFact fact, long nowMillis, Collector<PostChange> out) throws Exception {
        KnownMessage known = messages.get(fact.messageId());
        MessageFact before = known == null ? null : known.fact();
        MessageFact after = before == null ? fact.message() : before.with(fact.message());
        if (after == before) {
            // A poll that reads a post again and again keeps it known.
            if (nowMillis - known.touchedAt() >= SWEEP_MILLIS) {
                messages.put(fact.messageId(), new KnownMessage(after, nowMillis));
            }
            return;
        }
        messages.put(fact.messageId(), new KnownMessage(after, nowMillis));
        PostGains post = PostGains.of(fact);
        boolean tells =
                after.post()
                        && after.told() != null
                        && (before == null
                                || before.contentType() != after.contentType()
                                || !after.hashtags().equals(before.hashtags()));
        long author = before == null || before.told() == null ? after.author() : 0;
        long[] figures = after.figures();
        if (before != null && before.publishedAt() == after.publishedAt()) {
            Figure.add(figures, Figure.negated(before.figures()));
        } else if (before != null) {
            post.emit(before.publishedAt(), Figure.negated(before.figures()), 0, null, out);
        }
        post.emit(after.publishedAt(), figures, author, tells ? after : null, out);
        published(fact.messageId(), after.publishedAt(), post, out);
    }

    /** The first total of a message counts from zero if it is known to be new. */
    private void published(
            long messageId, long publishedAt, PostGains post, Collector<PostChange> out)
            throws Exception {
        KnownSeries known = counters.get(messageId);
        if (known == null) {
            return;
        }
        if (known.publishedAt() != publishedAt && publishedAt != CounterSeries.ABSENT) {
            counters.put(
                    messageId, new KnownSeries(known.series(), publishedAt, known.touchedAt()));
            post.emitGains(
                    known.series().start(publishedAt),
                    known.series().gains(known.publishedAt()),
                    known.series().gains(publishedAt),
                    out);
        }
    }

    private void total(PostFact fact, long nowMillis, Collector<PostChange> out) throws Exception {
        long id = fact.messageId();
        long at = fact.counter().at();
        PostGains post = PostGains.of(fact);
        KnownSeries known = known(id);
        CounterSeries before = known.series();
        if (before.isSettled(at)) {
            // One that was counted and comes again, as a rule; nothing tells it from one that never
            // came, which lies between totals that are counted and would add nothing to them.
            return;
        }
        long[] divided =
                before.dividesChanges(at) ? changesWithin(id, before.intervalStart(at), at) : null;
        CounterSeries after = before.withSnapshot(at, fact.counter().figures(), divided);
        long publishedAt = known.publishedAt();
        post.emitGains(
                after.start(publishedAt), before.gains(publishedAt), after.gains(publishedAt), out);
        counters.put(id, new KnownSeries(after.settled(publishedAt), publishedAt, nowMillis));
    }

    private void change(PostFact fact, long nowMillis, Collector<PostChange> out) throws Exception {
        long id = fact.messageId();
        long event = fact.counter().event();
        long at = fact.counter().at();
        CountedChange repeated = changes.get(event);
        if (repeated != null && repeated.at() <= at) {
            return;
        }
        PostGains post = PostGains.of(fact);
        KnownSeries known = known(id);
        CounterSeries before = known.series();
        if (before.isSettled(at)) {
            post.emit(at, Figure.one(Figure.LATE, 1), 0, null, out);
            return;
        }
        long[] figures = fact.counter().figures();
        CounterSeries after = before.withChange(at, figures);
        post.emitCounted(at, figures, 1, out);
        if (repeated != null) {
            after = after.withChange(repeated.at(), Figure.negated(repeated.figures()));
            post.emitCounted(repeated.at(), repeated.figures(), -1, out);
        }
        changes.put(event, new CountedChange(id, at, figures, nowMillis));
        long publishedAt = known.publishedAt();
        // After the last total, the usual case, it changes nothing of what totals gained.
        if (after.snapshots() != before.snapshots()) {
            post.emitGains(
                    after.start(publishedAt),
                    before.gains(publishedAt),
                    after.gains(publishedAt),
                    out);
        }
        counters.put(id, new KnownSeries(after, publishedAt, nowMillis));
    }

    private KnownSeries known(long messageId) throws Exception {
        KnownSeries known = counters.get(messageId);
        if (known != null) {
            return known;
        }
        KnownMessage message = messages.get(messageId);
        return message == null
                ? KnownSeries.NONE
                : new KnownSeries(CounterSeries.EMPTY, message.fact().publishedAt(), 0);
    }

    private long[] changesWithin(long messageId, long after, long until) throws Exception {
        long[] sum = new long[CounterSeries.FIGURES];
        for (CountedChange change : changes.values()) {
            if (change.messageId() == messageId && change.at() > after && change.at() <= until) {
                Figure.add(sum, change.figures());
            }
        }
        return sum;
    }

    private void sweepNextAt(long time, Context context) throws Exception {
        long at = TimerGrid.nextMultiple(time, SWEEP_MILLIS);
        context.timerService().registerProcessingTimeTimer(at);
        sweepAt.update(at);
    }

    private static boolean removeIfBefore(long border, long at, Iterator<?> entry) {
        if (at > border) {
            return false;
        }
        entry.remove();
        return true;
    }

    private <T> MapState<Long, T> map(String name, TypeSerializer<T> values) {
        return getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(name, LongSerializer.INSTANCE, values));
    }
}
