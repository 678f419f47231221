package io.otklik.jobs.misinformation;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits to a text, and to the earliest of those of its bucket that it belongs together with, that
 * they do, as soon as both have come; and to all of them where another one is the earliest now.
 *
 * <p>A star, not each pair: who is joined already is not compared any more, so that a mass of near
 * copies costs each of them one comparison. What is joined at the end does not depend on the order
 * in which texts came, as long as the bucket is not full.
 *
 * <p>Keyed by bucket. State: sketches of the bucket's texts, each with its group and the time at
 * which it was last emitted, some 150 bytes together. It keeps the earliest {@link
 * Bucket#MOST_TEXTS}; copies of others meet in the other nine buckets. A text goes after the time
 * to live, with its bucket when that is empty.
 */
final class FindCopies extends KeyedProcessFunction<Long, Drawn, Hop> {
    private static final long serialVersionUID = 1L;

    private final Age age;

    private transient ValueState<Bucket> bucket;
    private transient Counter full;
    private transient Counter copies;

    FindCopies(Age age) {
        this.age = age;
    }

    @Override
    public void open(OpenContext context) {
        bucket =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "bucket", TypeInformation.of(Bucket.class)));
        full = getRuntimeContext().getMetricGroup().counter("fullBuckets");
        copies = getRuntimeContext().getMetricGroup().counter("nearCopies");
    }

    @Override
    public void processElement(Drawn drawn, Context context, Collector<Hop> out) throws Exception {
        Bucket known = bucket.value();
        if (known == null) {
            age.watch(drawn.at(), context.timerService());
            known = Bucket.EMPTY;
        }
        if (known.full()) {
            full.inc();
        }
        long[] joined = known.groupsOf(drawn.text(), drawn.at(), age);
        Bucket next = known.with(drawn.text(), drawn.at(), joined);
        bucket.update(next);
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

    private static void link(long text, long at, long other, long otherAt, Collector<Hop> out) {
        long last = Math.max(at, otherAt);
        out.collect(Hop.link(text, other, last));
        out.collect(Hop.link(other, text, last));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Hop> out)
            throws Exception {
        Bucket known = bucket.value();
        if (known == null) {
            return;
        }
        Bucket left = known.since(timestamp - age.ttlMillis() + 1);
        if (left.size() == 0
                || age.gone(left.times()[left.size() - 1], timestamp, context.timerService())) {
            bucket.clear();
        } else {
            bucket.update(left);
        }
    }
}
