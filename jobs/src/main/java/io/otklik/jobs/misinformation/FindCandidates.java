package io.otklik.jobs.misinformation;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.util.Arrays;

/**
 * Emits a text to each of the texts that drew the same lot before, as soon as it comes.
 *
 * <p>Keyed by bucket. State: the texts of the bucket with the time at which each was last emitted,
 * 16 bytes each. A bucket keeps the earliest {@link #MOST_TEXTS}: a pair of words that so many
 * texts draw is a turn of phrase, and their copies meet in the other nine buckets. A text goes
 * after the time to live, with its bucket when that is empty.
 */
final class FindCandidates extends KeyedProcessFunction<Long, Comparison, Comparison> {
    private static final long serialVersionUID = 1L;

    static final int MOST_TEXTS = 256;

    private final Age age;

    private transient ValueState<Bucket> bucket;
    private transient Counter full;

    FindCandidates(Age age) {
        this.age = age;
    }

    /** Texts of a bucket, the earliest first, and their times. */
    public record Bucket(long[] texts, long[] times) {

        /** With a text at its place by time; the latest falls out of a full one. */
        Bucket with(long text, long at) {
            Bucket others = without(text);
            int place = 0;
            while (place < others.times.length
                    && (others.times[place] < at
                            || others.times[place] == at && others.texts[place] < text)) {
                place++;
            }
            int size = Math.min(MOST_TEXTS, others.texts.length + 1);
            if (place >= size) {
                return others;
            }
            long[] nextTexts = Arrays.copyOf(others.texts, size);
            long[] nextTimes = Arrays.copyOf(others.times, size);
            System.arraycopy(others.texts, place, nextTexts, place + 1, size - place - 1);
            System.arraycopy(others.times, place, nextTimes, place + 1, size - place - 1);
            nextTexts[place] = text;
            nextTimes[place] = at;
            return new Bucket(nextTexts, nextTimes);
        }

        private Bucket without(long text) {
            for (int i = 0; i < texts.length; i++) {
                if (texts[i] == text) {
                    return new Bucket(cut(texts, i), cut(times, i));
                }
            }
            return this;
        }

        /** The texts that are not older than an instant. */
        Bucket since(long oldest) {
            int from = 0;
            while (from < times.length && times[from] < oldest) {
                from++;
            }
            return from == 0
                    ? this
                    : new Bucket(
                            Arrays.copyOfRange(texts, from, texts.length),
                            Arrays.copyOfRange(times, from, times.length));
        }

        private static long[] cut(long[] values, int at) {
            long[] cut = new long[values.length - 1];
            System.arraycopy(values, 0, cut, 0, at);
            System.arraycopy(values, at + 1, cut, at, cut.length - at);
            return cut;
        }
    }

    @Override
    public void open(OpenContext context) {
        bucket =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "bucket", TypeInformation.of(Bucket.class)));
        full = getRuntimeContext().getMetricGroup().counter("fullBuckets");
    }

    @Override
    public void processElement(Comparison text, Context context, Collector<Comparison> out)
            throws Exception {
        long textId = text.sketch().textId();
        Bucket known = bucket.value();
        if (known == null) {
            age.watch(text.at(), context.timerService());
            bucket.update(new Bucket(new long[] {textId}, new long[] {text.at()}));
            return;
        }
        for (int i = 0; i < known.texts.length; i++) {
            if (known.texts[i] != textId && !age.apart(known.times[i], text.at())) {
                out.collect(text.to(known.texts[i]));
            }
        }
        if (known.texts.length == MOST_TEXTS) {
            full.inc();
        }
        bucket.update(known.with(textId, text.at()));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Comparison> out)
            throws Exception {
        Bucket known = bucket.value();
        if (known == null) {
            return;
        }
        Bucket left = known.since(timestamp - age.ttlMillis() + 1);
        long last = left.times.length == 0 ? 0 : left.times[left.times.length - 1];
        if (left.texts.length == 0 || age.gone(last, timestamp, context.timerService())) {
            bucket.clear();
        } else {
            bucket.update(left);
        }
    }
}
