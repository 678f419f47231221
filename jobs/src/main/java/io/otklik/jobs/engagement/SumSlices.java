package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementWindow;
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
 * <p>Keyed by slice. State: see {@link WindowBook}, and one {@link SliceState}, which stays while
 * any of the slice's pages is known to have subscribers, and otherwise goes when nothing changed
 * for the retention time.
 */
final class SumSlices extends KeyedProcessFunction<String, SliceChange, EngagementWindow> {
    private static final long serialVersionUID = 1L;

    private final WindowTimes times;

    private transient WindowBook book;
    private transient ValueState<SliceState> slice;

    SumSlices(WindowTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        book = new WindowBook(getRuntimeContext(), times);
        slice =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "slice", TypeInformation.of(SliceState.class)));
    }

    @Override
    public void processElement(SliceChange change, Context context, Collector<EngagementWindow> out)
            throws Exception {
        SliceState known = slice.value();
        Steps subscribers = known == null ? Steps.NONE : known.subscribers();
        if (change.window() == null) {
            subscribers = subscribers.with(change.quarter(), change.subscribers());
            book.touchEndingAfter(change.quarter());
        } else {
            book.add(change.window(), change.sum(), context.timerService().currentProcessingTime());
        }
        slice.update(new SliceState(change.slice(), subscribers));
        book.schedule(context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<EngagementWindow> out)
            throws Exception {
        SliceState state = slice.value();
        if (state == null) {
            return;
        }
        book.flush(
                timestamp,
                context.timerService(),
                (key, sum, version) ->
                        EngagementRows.ofSlice(
                                state.slice(),
                                key,
                                sum,
                                state.subscribers().before(key.end()),
                                version),
                out);
        WindowBook.Swept swept = book.sweep(timestamp, context.timerService());
        boolean followed = state.subscribers().before(Long.MAX_VALUE) != null;
        if (swept == WindowBook.Swept.EVERYTHING && !followed) {
            slice.clear();
        }
    }
}
