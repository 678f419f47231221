package io.otklik.jobs.engagement;

import io.otklik.schemas.Audience;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Emits the rows of a page's windows and of its posts' that changed, at most once in an interval of
 * processing time and at the end of bounded input; with them, to {@link #SLICES}, what the page's
 * windows gained for its platform, agency and municipality.
 *
 * <p>Keyed by page. A page that the register does not name is counted and marked. When its entry
 * comes or changes, the open windows are emitted anew under it, taken from the slices they were
 * counted under and added to those that they now belong to; authors, who cannot be taken out of a
 * sketch, stay counted in both. Days of another time zone are made anew of quarters of an hour.
 *
 * <p>State: see {@link WindowBook}; a {@link PostInfo} a post, unknown or not, which goes with the
 * post's last window; what the slices have not been told yet, which goes with the next emission;
 * and one {@link PageState}, which stays while the register names the page and otherwise goes when
 * nothing changed for the retention time.
 */
final class SumPages extends KeyedProcessFunction<String, PageFact, EngagementWindow> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<SliceChange> SLICES =
            new OutputTag<>("slices", TypeInformation.of(SliceChange.class));

    private static final String PAGE = "";

    private final WindowTimes times;

    private transient WindowBook book;
    private transient ValueState<PageState> page;
    private transient MapState<String, PostInfo> posts;
    private transient MapState<WindowKey, WindowSum> untold;
    private transient Counter lateChanges;

    SumPages(WindowTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        book = new WindowBook(getRuntimeContext(), times);
        page =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "page", TypeInformation.of(PageState.class)));
        posts =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "posts", Types.STRING, TypeInformation.of(PostInfo.class)));
        untold =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "untold",
                                        TypeInformation.of(WindowKey.class),
                                        TypeInformation.of(WindowSum.class)));
        lateChanges = getRuntimeContext().getMetricGroup().counter("lateChanges");
    }

    @Override
    public void processElement(PageFact fact, Context context, Collector<EngagementWindow> out)
            throws Exception {
        PageState known = page.value();
        PageState state =
                known == null
                        ? new PageState(
                                Page.unregistered(context.getCurrentKey()), Subscribers.NONE)
                        : known;
        if (fact.change() != null) {
            add(fact.change(), state.page(), context.timerService().currentProcessingTime());
        } else if (fact.page() != null) {
            state =
                    new PageState(
                            register(Page.of(fact.page()), state, context), state.subscribers());
        } else {
            state = new PageState(state.page(), observe(fact.audience(), state, context));
        }
        if (state != known) {
            page.update(state);
        }
        book.schedule(context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<EngagementWindow> out)
            throws Exception {
        PageState state = page.value();
        if (state == null) {
            return;
        }
        if (book.flush(timestamp, context.timerService(), rows(state), out)) {
            tellSlices(state.page(), context);
        }
        WindowBook.Swept swept = book.sweep(timestamp, context.timerService());
        if (swept != WindowBook.Swept.NOTHING) {
            forgetPosts();
        }
        if (swept == WindowBook.Swept.EVERYTHING && !state.page().registered()) {
            page.clear();
        }
    }

    private void add(PostChange change, Page of, long nowMillis) throws Exception {
        tell(change);
        WindowSum sum = new WindowSum(change.figures(), AuthorSketch.of(change.author()));
        boolean late = false;
        for (WindowKey key : WindowBook.keys(PAGE, of.zone(), change.at())) {
            if (!count(key, sum, nowMillis)) {
                late = true;
                WindowKey current = WindowKey.of(PAGE, key.size(), of.zone(), nowMillis);
                count(
                        current,
                        new WindowSum(Figure.one(Figure.LATE, 1), AuthorSketch.EMPTY),
                        nowMillis);
            } else {
                WindowKey ofPost =
                        new WindowKey(change.threadId(), key.size(), key.zone(), key.start());
                book.add(ofPost, sum, nowMillis);
            }
        }
        if (late) {
            lateChanges.inc();
        }
    }

    /** Counts in a window of the page and remembers to tell the slices. */
    private boolean count(WindowKey key, WindowSum sum, long nowMillis) throws Exception {
        if (!book.add(key, sum, nowMillis)) {
            return false;
        }
        WindowSum before = untold.get(key);
        untold.put(key, before == null ? sum : before.plus(sum));
        return true;
    }

    private void tell(PostChange change) throws Exception {
        PostInfo known = posts.get(change.threadId());
        PostInfo told =
                change.contentType() != null
                        ? new PostInfo(change.contentType(), change.hashtags())
                        : known == null ? PostInfo.UNKNOWN : known;
        if (!told.equals(known)) {
            posts.put(change.threadId(), told);
        }
        // Looking for its windows goes through all of the page's: not for a post that has none yet.
        if (known != null && !told.equals(known)) {
            book.touchPost(change.threadId());
        }
    }

    private Subscribers observe(Audience audience, PageState state, Context context)
            throws Exception {
        Subscribers before = state.subscribers();
        Subscribers after =
                before.with(
                        new Subscribers.Point(
                                audience.observedAt().toEpochMilli(), audience.subscribers()));
        Map<Long, Long> steps = Subscribers.steps(before, after);
        for (Slice slice : state.page().slices()) {
            steps.forEach(
                    (quarter, step) ->
                            context.output(
                                    SLICES, SliceChange.ofSubscribers(slice, quarter, step)));
        }
        if (!steps.isEmpty()) {
            book.touchEndingAfter(steps.keySet().iterator().next());
        }
        return after.bounded();
    }

    private Page register(Page entry, PageState state, Context context) throws Exception {
        Page before = state.page();
        if (entry.updatedAt() <= before.updatedAt()) {
            return before;
        }
        if (entry.isLike(before)) {
            return entry;
        }
        tellSlices(before, context);
        moveSlices(before, state.subscribers(), -1, context);
        if (!entry.timeZone().equals(before.timeZone())) {
            makeDaysAnew(entry, context.timerService().currentProcessingTime());
        }
        moveSlices(entry, state.subscribers(), 1, context);
        book.touchEndingAfter(Long.MIN_VALUE);
        return entry;
    }

    private void moveSlices(Page of, Subscribers subscribers, int sign, Context context)
            throws Exception {
        Map<Long, Long> steps =
                sign < 0
                        ? Subscribers.steps(subscribers, Subscribers.NONE)
                        : Subscribers.steps(Subscribers.NONE, subscribers);
        for (Slice slice : of.slices()) {
            for (Map.Entry<WindowKey, WindowSum> window : book.open()) {
                if (!window.getKey().isOfPost()) {
                    WindowSum sum = window.getValue();
                    context.output(
                            SLICES,
                            SliceChange.of(slice, window.getKey(), sign < 0 ? sum.negated() : sum));
                }
            }
            steps.forEach(
                    (quarter, step) ->
                            context.output(
                                    SLICES, SliceChange.ofSubscribers(slice, quarter, step)));
        }
    }

    private void makeDaysAnew(Page entry, long nowMillis) throws Exception {
        for (Map.Entry<WindowKey, WindowSum> window : book.open()) {
            WindowKey key = window.getKey();
            if (key.size() == EngagementSize.DAY) {
                book.empty(key);
            } else if (key.size() == EngagementSize.QUARTER_HOUR) {
                WindowKey day =
                        WindowKey.of(key.post(), EngagementSize.DAY, entry.zone(), key.start());
                book.add(day, window.getValue(), nowMillis);
            }
        }
    }

    private void tellSlices(Page of, Context context) throws Exception {
        List<Slice> slices = of.slices();
        for (Map.Entry<WindowKey, WindowSum> change : untold.entries()) {
            for (Slice slice : slices) {
                context.output(SLICES, SliceChange.of(slice, change.getKey(), change.getValue()));
            }
        }
        untold.clear();
    }

    private void forgetPosts() throws Exception {
        Set<String> open = new HashSet<>();
        for (Map.Entry<WindowKey, WindowSum> window : book.open()) {
            open.add(window.getKey().post());
        }
        List<String> gone = new ArrayList<>();
        for (Iterator<String> all = posts.keys().iterator(); all.hasNext(); ) {
            String post = all.next();
            if (!open.contains(post)) {
                gone.add(post);
            }
        }
        for (String post : gone) {
            posts.remove(post);
        }
    }

    private WindowBook.RowMaker rows(PageState state) {
        return (key, sum, version) -> {
            PostInfo post = key.isOfPost() ? posts.get(key.post()) : null;
            return EngagementRows.ofPage(
                    state.page(),
                    post == null ? PostInfo.UNKNOWN : post,
                    key,
                    sum,
                    state.subscribers().before(key.end()),
                    version);
        };
    }
}
