package io.otklik.jobs.engagement;

import io.otklik.schemas.ContentType;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * PostTimes#recent} after their arrival: what comes later again falls in windows that are closed;
 * and a {@link KnownSeries} a counted message, which goes when no counter came for {@link
 * PostTimes#retention}: the next total is then a first one. Processing time, so that a replay of an
 * old month beside live posts is kept as long.
 */
final class FollowPosts extends KeyedProcessFunction<String, PostFact, PostChange> {
    private static final long serialVersionUID = 1L;

    private static final long SWEEP_MILLIS = Duration.ofHours(1).toMillis();

    private final PostTimes times;

    private transient MapState<String, KnownMessage> messages;
    private transient MapState<String, KnownSeries> counters;

    /** By message and event. */
    private transient MapState<String, CountedChange> changes;

    /** Processing time of the timer that lets entries go. */
    private transient ValueState<Long> sweepAt;

    FollowPosts(PostTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        messages = map("messages", KnownMessage.class);
        counters = map("counters", KnownSeries.class);
        changes = map("changes", CountedChange.class);
        sweepAt = getRuntimeContext().getState(new ValueStateDescriptor<>("sweep-at", Types.LONG));
    }

    @Override
    public void processElement(PostFact fact, Context context, Collector<PostChange> out)
            throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        if (fact.message() != null) {
            follow(fact.message(), nowMillis, out);
        } else {
            Post post = new Post(fact.counter().communityId(), context.getCurrentKey());
            if (fact.counter().kind() == CounterKind.CHANGE) {
                change(fact.counter(), post, nowMillis, out);
            } else {
                total(fact.counter(), post, nowMillis, out);
            }
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
        for (MapState<String, ?> all : List.of(messages, changes, counters)) {
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

    private void follow(Message message, long nowMillis, Collector<PostChange> out)
            throws Exception {
        String id = message.messageId();
        KnownMessage known = messages.get(id);
        MessageFact before = known == null ? null : known.fact();
        MessageFact after = MessageFact.after(before, message);
        if (after == before) {
            return;
        }
        messages.put(id, new KnownMessage(after, nowMillis));
        Post post = new Post(message.communityId(), message.threadId());
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
        published(id, after.publishedAt(), post, out);
    }

    /** The first total of a message counts from zero if it is known to be new. */
    private void published(String id, long publishedAt, Post post, Collector<PostChange> out)
            throws Exception {
        KnownSeries known = counters.get(id);
        if (known == null) {
            return;
        }
        if (known.publishedAt() != publishedAt && publishedAt != CounterSeries.ABSENT) {
            counters.put(id, new KnownSeries(known.series(), publishedAt, known.touchedAt()));
            post.emitGains(
                    id,
                    known.series().start(publishedAt),
                    known.series().gains(known.publishedAt()),
                    known.series().gains(publishedAt),
                    out);
        }
    }

    private void total(Counter counter, Post post, long nowMillis, Collector<PostChange> out)
            throws Exception {
        String id = counter.messageId();
        KnownSeries known = known(id);
        CounterSeries before = known.series();
        long at = counter.observedAt().toEpochMilli();
        if (before.isSettled(at)) {
            post.emit(at, Figure.one(Figure.LATE, 1), 0, null, out);
            return;
        }
        long[] divided =
                before.dividesChanges(at) ? changesWithin(id, before.intervalStart(at), at) : null;
        CounterSeries after =
                before.withSnapshot(
                        at, CounterSeries.figures(counter, CounterSeries.ABSENT), divided);
        long publishedAt = known.publishedAt();
        post.emitGains(
                id,
                after.start(publishedAt),
                before.gains(publishedAt),
                after.gains(publishedAt),
                out);
        counters.put(id, new KnownSeries(after.settled(publishedAt), publishedAt, nowMillis));
    }

    private void change(Counter counter, Post post, long nowMillis, Collector<PostChange> out)
            throws Exception {
        String id = counter.messageId();
        String event = id + '|' + counter.eventId();
        long at = counter.observedAt().toEpochMilli();
        CountedChange repeated = changes.get(event);
        if (repeated != null && repeated.at() <= at) {
            return;
        }
        KnownSeries known = known(id);
        CounterSeries before = known.series();
        if (before.isSettled(at)) {
            post.emit(at, Figure.one(Figure.LATE, 1), 0, null, out);
            return;
        }
        long[] figures = CounterSeries.figures(counter, 0);
        CounterSeries after = before.withChange(at, figures);
        post.emit(at, post.figures(id, figures, 1), 0, null, out);
        if (repeated != null) {
            after = after.withChange(repeated.at(), Figure.negated(repeated.figures()));
            post.emit(repeated.at(), post.figures(id, repeated.figures(), -1), 0, null, out);
        }
        changes.put(event, new CountedChange(id, at, figures, nowMillis));
        long publishedAt = known.publishedAt();
        post.emitGains(
                id,
                after.start(publishedAt),
                before.gains(publishedAt),
                after.gains(publishedAt),
                out);
        counters.put(id, new KnownSeries(after, publishedAt, nowMillis));
    }

    private KnownSeries known(String id) throws Exception {
        KnownSeries known = counters.get(id);
        if (known != null) {
            return known;
        }
        KnownMessage message = messages.get(id);
        return message == null
                ? KnownSeries.NONE
                : new KnownSeries(CounterSeries.EMPTY, message.fact().publishedAt(), 0);
    }

    private long[] changesWithin(String id, long after, long until) throws Exception {
        long[] sum = new long[CounterSeries.FIGURES];
        for (CountedChange change : changes.values()) {
            if (change.at() > after && change.at() <= until && change.messageId().equals(id)) {
                Figure.add(sum, change.figures());
            }
        }
        return sum;
    }

    private void sweepNextAt(long time, Context context) throws Exception {
        long at = (Math.floorDiv(time, SWEEP_MILLIS) + 1) * SWEEP_MILLIS;
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

    private <T> MapState<String, T> map(String name, Class<T> type) {
        return getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>(name, Types.STRING, TypeInformation.of(type)));
    }

    /** The post whose gains are emitted. */
    private record Post(String communityId, String threadId) {

        /** What a message's counters add to the post. */
        long[] figures(String messageId, long[] counted, int sign) {
            long[] figures = Figure.none();
            if (messageId.equals(threadId)) {
                figures[Figure.VIEWS.ordinal()] = sign * counted[0];
                figures[Figure.LIKES.ordinal()] = sign * counted[1];
                figures[Figure.REPOSTS.ordinal()] = sign * counted[2];
                figures[Figure.COUNTED_COMMENTS.ordinal()] = sign * counted[3];
            } else {
                figures[Figure.COMMENT_LIKES.ordinal()] = sign * counted[1];
            }
            return figures;
        }

        /**
         * Emits how the gains changed.
         *
         * @param since from when on the first of them was gained; ABSENT if not known
         */
        void emitGains(
                String messageId,
                long since,
                TreeMap<Long, long[]> before,
                TreeMap<Long, long[]> after,
                Collector<PostChange> out) {
            long from = since;
            for (Map.Entry<Long, long[]> gain : after.entrySet()) {
                long start = from == CounterSeries.ABSENT ? gain.getKey() : from;
                from = gain.getKey();
                long[] told = before.remove(gain.getKey());
                if (!Arrays.equals(told, gain.getValue())) {
                    long[] figures = figures(messageId, gain.getValue(), 1);
                    if (told != null) {
                        Figure.add(figures, figures(messageId, told, -1));
                    }
                    emit(start, gain.getKey(), figures, 0, null, out);
                }
            }
        }

        void emit(
                long at, long[] figures, long author, MessageFact told, Collector<PostChange> out) {
            emit(at, at, figures, author, told, out);
        }

        private void emit(
                long from,
                long at,
                long[] figures,
                long author,
                MessageFact told,
                Collector<PostChange> out) {
            if (author == 0 && told == null && Figure.isZero(figures)) {
                return;
            }
            ContentType type = told == null ? null : told.contentType();
            List<String> hashtags = told == null ? List.of() : told.hashtags();
            out.collect(
                    new PostChange(
                            communityId, threadId, from, at, figures, author, type, hashtags));
        }
    }
}
