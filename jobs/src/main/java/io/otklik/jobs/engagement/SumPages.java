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
 * <p>Keyed by page. A page that the register does not name is counted and marked. When its entry
 * comes or changes, the open windows are emitted anew under it, taken from the slices they were
 * counted under and added to those that they now belong to; so are they when the page first tells
 * views or its audience, for the slices keep apart what has no such divisor; authors, who cannot be
 * taken out of a sketch, stay counted in both. Days of another time zone are made anew of quarters
 * of an hour.
 *
 * <p>State: see {@link PageBook}; a {@link PostInfo} a post, unknown or not, which goes with the
 * post's last window; see {@link PageSlices}; the {@link Page}, if the register names it, which
 * stays; and its {@link Subscribers} and whether it tells views, which of other pages go when
 * nothing changed for the retention time.
 */
final class SumPages extends KeyedProcessFunction<String, PageFact, EngagementWindow> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<SliceChange> SLICES =
            new OutputTag<>("slices", TypeInformation.of(SliceChange.class));

    private static final String PAGE = "";

    private static final WindowSum LATE =
            new WindowSum(Figure.one(Figure.LATE, 1), AuthorSketch.EMPTY);

    private final WindowTimes times;

    private transient PageBook book;
    private transient PageSlices slices;
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
        book = new PageBook(getRuntimeContext(), times);
        slices = new PageSlices(getRuntimeContext(), book);
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
    public void processElement(PageFact fact, Context context, Collector<EngagementWindow> out)
            throws Exception {
        if (fact.change() != null) {
            PostChange change = fact.change();
            if (Slots.have(change.sums(), Figure.VIEWS) && viewed.value() == null) {
                slices.tellChanged(
                        page(context),
                        divisors(),
                        new Divisors(true, subscribers()),
                        toSlices(context));
                viewed.update(true);
            }
            add(change, page(context), context.timerService().currentProcessingTime());
        } else if (fact.page() != null) {
            register(Page.of(fact.page()), context);
        } else {
            observe(fact.audience(), context);
        }
        book.schedule(context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<EngagementWindow> out)
            throws Exception {
        Page of = page(context);
        if (book.flush(timestamp, context.timerService(), rows(of, subscribers()), out)) {
            slices.tell(of, divisors(), toSlices(context));
        }
        Swept swept = book.sweep(timestamp, context.timerService());
        if (swept != Swept.NOTHING) {
            forgetPosts();
        }
        if (swept == Swept.EVERYTHING && !of.registered()) {
            subscribers.clear();
            viewed.clear();
        }
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

    private void add(PostChange change, Page of, long nowMillis) throws Exception {
        String post = tell(change);
        boolean late = false;
        for (WindowKey key : PageBook.keys(PAGE, of.zone(), change.at())) {
            byte[] sums =
                    key.size() == EngagementSize.DAY
                            ? Slots.moved(change.sums(), 0)
                            : change.sums();
            if (count(key, sums, nowMillis)) {
                book.addOfPost(key.ofPost(post), sums, nowMillis);
            } else {
                late = true;
                WindowKey current = WindowKey.of(PAGE, key.size(), of.zone(), nowMillis);
                count(current, BlockWindows.sums(current.size(), nowMillis, LATE), nowMillis);
            }
        }
        if (late) {
            lateChanges.inc();
        }
    }

    /** Counts in a block of the page and remembers to tell the slices. */
    private boolean count(WindowKey key, byte[] sums, long nowMillis) throws Exception {
        if (!book.add(key, sums, nowMillis)) {
            return false;
        }
        slices.gained(key, sums);
        return true;
    }

    /** Keeps what a change tells of its post; gives the post's id as state holds it. */
    private String tell(PostChange change) throws Exception {
        PostInfo known = posts.get(change.threadId());
        if (change.contentType() == null && known != null) {
            return known.messageId();
        }
        String post = known == null ? change.threadId() : known.messageId();
        PostInfo told =
                change.contentType() == null
                        ? PostInfo.unknown(post)
                        : new PostInfo(post, change.contentType(), change.hashtags());
        if (!told.equals(known)) {
            posts.put(post, told);
            // Looking for its windows goes through all of the page's: not for a post that has none.
            if (known != null) {
                book.touchPost(post);
            }
        }
        return post;
    }

    private void observe(Audience audience, Context context) throws Exception {
        Subscribers before = subscribers();
        Subscribers after =
                before.with(
                        new Subscribers.Point(
                                audience.observedAt().toEpochMilli(), audience.subscribers()));
        if (after == before) {
            return;
        }
        Subscribers kept = after.bounded();
        Page of = page(context);
        Consumer<SliceChange> out = toSlices(context);
        if (before.since() != kept.since()) {
            slices.tellChanged(of, divisors(), new Divisors(viewed.value() != null, kept), out);
        }
        Map<Long, Long> steps = Subscribers.steps(before, after);
        slices.tellSubscribers(of, steps, out);
        if (!steps.isEmpty()) {
            book.touchEndingAfter(steps.keySet().iterator().next());
        }
        subscribers.update(kept);
    }

    private void register(Page entry, Context context) throws Exception {
        Page before = page(context);
        if (entry.updatedAt() <= before.updatedAt()) {
            return;
        }
        page.update(entry);
        if (entry.isLike(before)) {
            return;
        }
        Divisors divisors = divisors();
        Consumer<SliceChange> out = toSlices(context);
        slices.tell(before, divisors, out);
        slices.leave(before, divisors, out);
        if (!entry.timeZone().equals(before.timeZone())) {
            PageDays.makeAnew(book, entry.zone(), context.timerService().currentProcessingTime());
        }
        slices.join(entry, divisors, out);
        book.touchEndingAfter(Long.MIN_VALUE);
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

    private PageBook.Rows rows(Page of, Subscribers followers) {
        EngagementRows ofPage = EngagementRows.ofPage(of);
        return post -> {
            EngagementRows owner = post.isEmpty() ? ofPage : EngagementRows.ofPost(of, info(post));
            return (key, sum, version) -> owner.row(key, sum, followers.before(key.end()), version);
        };
    }

    private PostInfo info(String post) throws Exception {
        PostInfo known = posts.get(post);
        return known == null ? PostInfo.unknown(post) : known;
    }
}
