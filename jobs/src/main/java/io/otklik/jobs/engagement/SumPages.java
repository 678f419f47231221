package io.otklik.jobs.engagement;

import io.otklik.schemas.Audience;
import io.otklik.schemas.JsonRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
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
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Emits the rows of a page's windows and of its posts' that changed, at most once in an interval of
 * processing time and at the end of bounded input; with them, to {@link #SLICES}, what the page's
 * windows gained for its platform, agency and municipality.
 *
 * <p>Keyed by page. What posts gain waits until then, so that a window is read and written once for
 * all of it; whether it is late shows then too. A page that the register does not name is counted
 * and marked. When its entry comes or changes, the open windows are emitted anew under it, taken
 * from the slices they were counted under and added to those that they now belong to; so are they
 * when the page first tells views or its audience, for the slices keep apart what has no such
 * divisor; authors, who cannot be taken out of a sketch, stay counted in both. Days of another time
 * zone are made anew of quarters of an hour.
 *
 * <p>State: each {@link PageGain} until the next emission; see {@link PageBook}; a {@link PostInfo}
 * a post, unknown or not, which goes with the post's last window; the {@link Page}, if the register
 * names it, which stays, and which of its windows have gone; and its {@link Subscribers} and
 * whether it tells views, which of other pages go when nothing changed for the retention time.
 */
final class SumPages extends KeyedProcessFunction<String, PageFact, JsonRecord> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<SliceChange> SLICES = new OutputTag<>("slices", SliceChange.TYPE);

    // Written behind its end, read and let go as a whole: no store has to look for its entries.
    private static final ListStateDescriptor<PageGain> GAINS =
            new ListStateDescriptor<>("gains", PageGainSerializer.INSTANCE);

    private final WindowTimes times;

    private transient BookClock clock;
    private transient PageBook book;
    private transient PageSlices slices;
    private transient EngagementRows rows;
    private transient ListState<PageGain> gains;
    private transient ValueState<Page> page;
    private transient ValueState<Subscribers> subscribers;
    private transient ValueState<Boolean> viewed;
    private transient MapState<String, PostInfo> posts;
    private transient Counter lateChanges;

    SumPages(WindowTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        clock = new BookClock(getRuntimeContext(), times);
        book = new PageBook(getRuntimeContext(), clock);
        slices = new PageSlices(book);
        rows = new EngagementRows();
        gains = getRuntimeContext().getListState(GAINS);
        page =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("page", TypeInformation.of(Page.class)));
        subscribers =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "subscribers", TypeInformation.of(Subscribers.class)));
        viewed = getRuntimeContext().getState(new ValueStateDescriptor<>("viewed", Types.BOOLEAN));
        posts =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "posts", Types.STRING, TypeInformation.of(PostInfo.class)));
        lateChanges = getRuntimeContext().getMetricGroup().counter("lateChanges");
    }

    @Override
    public void processElement(PageFact fact, Context context, Collector<JsonRecord> out)
            throws Exception {
        boolean changed;
        if (fact.change() != null) {
            gains.add(PageGain.of(fact.change()));
            changed = true;
        } else if (fact.page() != null) {
            changed = register(Page.of(fact.page()), context);
        } else if (fact.audience() != null) {
            changed = observe(fact.audience(), context);
        } else {
            return;
        }
        clock.schedule(context.timerService(), changed);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<JsonRecord> out)
            throws Exception {
        Page of = page(context);
        long version = clock.flushedAs(timestamp, context.timerService());
        if (version != 0) {
            emit(of, version, context, out);
        }
        Swept swept = book.sweep(timestamp, context.timerService(), of.registered());
        if (swept != Swept.NOTHING) {
            forgetPosts();
        }
        if (swept == Swept.EVERYTHING && !of.registered()) {
            slices.tellSubscribers(
                    of, Subscribers.steps(subscribers(), Subscribers.NONE), toSlices(context));
            subscribers.clear();
            viewed.clear();
        }
    }

    private void emit(Page of, long version, Context context, Collector<JsonRecord> out)
            throws Exception {
        long nowMillis = context.timerService().currentProcessingTime();
        PagePosts told = new PagePosts(posts);
        PageGains gained = new PageGains(of.zone(), nowMillis, book::isClosed);
        for (PageGain gain : gains.get()) {
            gained.add(told.tell(gain), gain);
        }
        gains.clear();
        lateChanges.inc(gained.late());
        if (gained.haveViews() && viewed.value() == null) {
            slices.tellChanged(
                    of, divisors(), new Divisors(true, subscribers()), toSlices(context));
            viewed.update(true);
        }
        Divisors divisors = divisors();
        book.emit(
                gained,
                told.retold(),
                nowMillis,
                rows(of, told, divisors.subscribers()),
                version,
                out);
        slices.tell(of, gained.ofPage(), divisors, toSlices(context));
    }

    private static Consumer<SliceChange> toSlices(Context context) {
        return change -> context.output(SLICES, change);
    }

    private Divisors divisors() throws Exception {
        return new Divisors(viewed.value() != null, subscribers());
    }

    private Page page(Context context) throws Exception {
        Page known = page.value();
        return known == null ? Page.unregistered(context.getCurrentKey()) : known;
    }

    private Subscribers subscribers() throws Exception {
        Subscribers known = subscribers.value();
        return known == null ? Subscribers.NONE : known;
    }

    /** Whether windows are to be emitted anew. */
    private boolean observe(Audience audience, Context context) throws Exception {
        Subscribers before = subscribers();
        Subscribers after =
                before.with(
                        new Subscribers.Point(
                                audience.observedAt().toEpochMilli(), audience.subscribers()));
        if (after == before) {
            return false;
        }
        Subscribers kept = after.bounded();
        Page of = page(context);
        Consumer<SliceChange> out = toSlices(context);
        if (before.since() != kept.since()) {
            slices.tellChanged(of, divisors(), new Divisors(viewed.value() != null, kept), out);
        }
        Map<Long, Long> steps = Subscribers.steps(before, after);
        slices.tellSubscribers(of, steps, out);
        subscribers.update(kept);
        return !steps.isEmpty() && book.touchEndingAfter(steps.keySet().iterator().next());
    }

    /** Whether windows are to be emitted anew. */
    private boolean register(Page entry, Context context) throws Exception {
        Page before = page(context);
        if (entry.updatedAt() <= before.updatedAt()) {
            return false;
        }
        page.update(entry);
        if (entry.isLike(before)) {
            return false;
        }
        Divisors divisors = divisors();
        Consumer<SliceChange> out = toSlices(context);
        slices.leave(before, divisors, out);
        if (!entry.timeZone().equals(before.timeZone())) {
            book.moveDays(entry.zone(), context.timerService().currentProcessingTime());
        }
        slices.join(entry, divisors, out);
        return book.touchEndingAfter(Long.MIN_VALUE);
    }

    private void forgetPosts() throws Exception {
        Set<String> open = book.posts();
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

    private PageBook.Rows rows(Page of, PagePosts told, Subscribers followers) {
        Map<String, RowMaker> owners = new HashMap<>();
        return post -> {
            RowMaker known = owners.get(post);
            if (known == null) {
                known =
                        post.isEmpty()
                                ? rows.ofPage(of, followers::before)
                                : rows.ofPost(of, told.info(post), followers::before);
                owners.put(post, known);
            }
            return known;
        };
    }
}
