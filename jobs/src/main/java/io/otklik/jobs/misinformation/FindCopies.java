package io.otklik.jobs.misinformation;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.Iterator;
import java.util.Map;

/**
 * Emits to a text, and to the earliest of those of its bucket that it belongs together with, that
 * they do, as soon as both have come; and to all of them where another one is the earliest now.
 *
 * <p>A star, not each pair: who is joined already is not compared any more, so that a mass of near
 * copies costs each of them one comparison. What is joined at the end does not depend on the order
 * in which texts came, as long as the bucket is not full.
 *
 * <p>Keyed by the shelf that a bucket stands on. State: the buckets, in each the sketches of its
 * texts with their groups and the time at which they were last emitted, some 120 bytes a text. A
 * bucket keeps the earliest {@link Bucket#MOST_TEXTS}; copies of others meet in the other buckets.
 * A text goes when its shelf is looked through, between the time to live and a quarter more, with
 * its bucket when that is empty.
 */
final class FindCopies extends KeyedProcessFunction<Integer, Drawn, Hop> {
    private static final long serialVersionUID = 1L;

    private final Age age;

    private transient Shelf shelf;

    /** Of each shelf the timer that was set last: most buckets of a shelf want the same one. */
    private transient long[] watched;

    /** Null until one came. */
    private transient LatestText latest;

    private transient MapState<Long, Bucket> buckets;
    private transient Counter full;
    private transient Counter copies;

    FindCopies(Age age) {
        this.age = age;
    }

    @Override
    public void open(OpenContext context) {
        shelf = new Shelf(age);
        watched = new long[1 << Shelf.BITS];
        buckets =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "buckets",
                                        LongSerializer.INSTANCE,
                                        BucketSerializer.INSTANCE));
        full = getRuntimeContext().getMetricGroup().counter("fullBuckets");
        copies = getRuntimeContext().getMetricGroup().counter("nearCopies");
    }

    @Override
    public void processElement(Drawn drawn, Context context, Collector<Hop> out) throws Exception {
        Bucket known = buckets.get(drawn.bucket());
        if (known == null) {
            TimerService timers = context.timerService();
            watch(drawn.shelf(), drawn.at(), timers.currentWatermark(), timers);
            known = Bucket.EMPTY;
        }
        if (known.full()) {
            full.inc();
        }
        latest = latest == null ? new LatestText(drawn) : latest.in(drawn);
        long[] joined = known.groupsOf(latest.comparison(), drawn.at(), age);
        Bucket next = known.with(latest.comparison(), drawn.at(), joined);
        buckets.put(drawn.bucket(), next);
        if (joined.length > 0) {
            copies.inc();
            link(next, drawn, joined, out);
        }
    }

    private void link(Bucket all, Drawn drawn, long[] joined, Collector<Hop> out) {
        int first = all.firstOf(joined, drawn.at(), age);
        long textId = drawn.text().textId();
        long earliest = all.texts()[first];
        long earliestAt = all.times()[first];
        boolean sameFirst = joined.length == 1 && earliest != textId;
        if (sameFirst || all.placeOf(textId) < 0) {
            link(textId, drawn.at(), earliest, earliestAt, out);
        }
        if (!sameFirst) {
            for (int i = first + 1; i < all.size(); i++) {
                if (Bucket.contains(joined, all.groups()[i])
                        && !age.apart(all.times()[i], earliestAt)) {
                    link(all.texts()[i], all.times()[i], earliest, earliestAt, out);
                }
            }
        }
    }

    private void link(long text, long at, long other, long otherAt, Collector<Hop> out) {
        long last = Math.max(at, otherAt);
        if (latest.tells(text, other, last)) {
            out.collect(Hop.link(text, other, last));
            out.collect(Hop.link(other, text, last));
        }
    }

    private void watch(int key, long seen, long now, TimerService timers) {
        long at = shelf.lookedThroughAt(key, seen, now);
        if (watched[key] != at) {
            watched[key] = at;
            timers.registerEventTimeTimer(at);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Hop> out)
            throws Exception {
        TimerService timers = context.timerService();
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            buckets.clear();
            return;
        }
        long earliest = Long.MAX_VALUE;
        Iterator<Map.Entry<Long, Bucket>> all = buckets.iterator();
        while (all.hasNext()) {
            Map.Entry<Long, Bucket> bucket = all.next();
            Bucket left = bucket.getValue().since(timestamp - age.ttlMillis() + 1);
            if (left.size() == 0) {
                all.remove();
                continue;
            }
            if (left != bucket.getValue()) {
                bucket.setValue(left);
            }
            earliest = Math.min(earliest, left.times()[0]);
        }
        if (earliest == Long.MAX_VALUE) {
            buckets.clear();
        } else {
            // By the timer's own time: where the watermark leaps, this look is the next timer's.
            watch(context.getCurrentKey(), earliest, timestamp, timers);
        }
    }
}
