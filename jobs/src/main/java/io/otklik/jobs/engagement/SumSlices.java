package io.otklik.jobs.engagement;

import io.otklik.schemas.JsonRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits the rows of a platform's, agency's or municipality's windows that changed, at most once in
 * an interval of processing time and at the end of bounded input.
 *
 * <p>Keyed by slice. State: see {@link SliceBook}; the {@link Slice} as it is called now and the
 * {@link Steps} of its subscribers, which stay while any of its pages is known to have subscribers,
 * and otherwise go when nothing changed for the retention time.
 */
final class SumSlices extends KeyedProcessFunction<String, SliceChange, JsonRecord> {
    private static final long serialVersionUID = 1L;

    private final WindowTimes times;

    private transient SliceBook book;
    private transient EngagementRows rows;
    private transient ValueState<Slice> slice;
    private transient ValueState<Steps> subscribers;

    SumSlices(WindowTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        book = new SliceBook(getRuntimeContext(), times);
        rows = new EngagementRows();
        slice = value("slice", Slice.class);
        subscribers = value("subscribers", Steps.class);
    }

    @Override
    public void processElement(SliceChange change, Context context, Collector<JsonRecord> out)
            throws Exception {
        if (!change.slice().equals(slice.value())) {
            slice.update(change.slice());
        }
        if (change.block() == null) {
            subscribers.update(subscribers().with(change.quarter(), change.subscribers()));
            book.touchEndingAfter(change.quarter(), context.timerService());
        } else {
            book.add(change.block(), change.sums(), context.timerService());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<JsonRecord> out)
            throws Exception {
        Slice known = slice.value();
        if (known == null) {
            return;
        }
        Steps steps = subscribers();
        book.flush(timestamp, context.timerService(), rows.ofSlice(known, steps::before), out);
        Swept swept = book.sweep(timestamp, context.timerService());
        if (swept == Swept.EVERYTHING && steps.before(Long.MAX_VALUE) == null) {
            slice.clear();
            subscribers.clear();
        }
    }

    private Steps subscribers() throws Exception {
        Steps known = subscribers.value();
        return known == null ? Steps.NONE : known;
    }

    private <T> ValueState<T> value(String name, Class<T> type) {
        return getRuntimeContext()
                .getState(new ValueStateDescriptor<>(name, TypeInformation.of(type)));
    }
}
