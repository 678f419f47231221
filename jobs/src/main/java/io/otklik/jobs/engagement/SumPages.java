package io.otklik.jobs.engagement;

import io.otklik.schemas.Audience;
import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
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

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
 * counted under and added to those that they now belong to; so are they when the page first tells
 * views or its audience, for the slices keep apart what has no such divisor; authors, who cannot be
 * taken out of a sketch, stay counted in both. Days of another time zone are made anew of quarters
 * of an hour.
 *
 * <p>State: see {@link PageBook}; a {@link PostInfo} a post, unknown or not, which goes with the
 * post's last window; what the slices have not been told yet, which goes with the next emission;
 * the {@link Page}, if the register names it, which stays; and its {@link Subscribers} and whether
 * it tells views, which of other pages go when nothing changed for the retention time.
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
    private transient ValueState<Page> page;
    private transient ValueState<Subscribers> subscribers;
    private transient ValueState<Boolean> viewed;
    private transient MapState<String, PostInfo> posts;
    private transient ListState<BlockGain> untold;
    private transient Counter lateChanges;

    SumPages(WindowTimes times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        book = new PageBook(getRuntimeContext(), times);
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
        untold =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>("untold", BlockGainSerializer.INSTANCE));
        lateChanges = getRuntimeContext().getMetricGroup().counter("lateChanges");
    }

    @Override
    public void processElement(PageFact fact, Context context, Collector<EngagementWindow> out)
            throws Exception {
        if (fact.change() != null) {
            PostChange change = fact.change();
            if (Slots.have(change.sums(), Figure.VIEWS) && viewed.value() == null) {
                change(new Divisors(true, subscribers()), context);
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
            tellSlices(of, context);
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

    private Divisors divisors() throws Exception {
        return new Divisors(viewed.value() != null, subscribers());
    }

    /** Tells the slices what of that which they were told counts otherwise by other divisors. */
    private void change(Divisors after, Context context) throws Exception {
        Divisors before = divisors();
        Map<WindowKey, byte[]> rests = untold();
        Map<WindowKey, byte[]> gains = new LinkedHashMap<>();
        for (Map.Entry<WindowKey, byte[]> open : book.open()) {
            WindowKey block = open.getKey();
            if (!block.isOfPost() && !before.tellLike(after, block)) {
                byte[] rest = rests.getOrDefault(block, Slots.NONE);
                byte[] told = Slots.plus(open.getValue(), Slots.negated(rest));
                if (Slots.count(told)) {
                    gains.put(
                            block,
                            Slots.plus(
                                    Slots.negated(before.told(block, told)),
                                    after.told(block, told)));
                }
            }
        }
        tellSums(page(context).slices(), gains, context);
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
        tell(change);
        boolean late = false;
        for (WindowKey key : PageBook.keys(PAGE, of.zone(), change.at())) {
            byte[] sums =
                    key.size() == EngagementSize.DAY
                            ? Slots.moved(change.sums(), 0)
                            : change.sums();
            if (count(key, sums, nowMillis)) {
                book.addOfPost(key.ofPost(change.threadId()), sums, nowMillis);
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
        untold.add(new BlockGain(key, sums));
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
        if (before.since() != kept.since()) {
            change(new Divisors(viewed.value() != null, kept), context);
        }
        Map<Long, Long> steps = Subscribers.steps(before, after);
        tellSubscribers(page(context).slices(), steps, context);
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
        tellSlices(before, context);
        moveSlices(before, divisors, -1, context);
        if (!entry.timeZone().equals(before.timeZone())) {
            makeDaysAnew(entry, context.timerService().currentProcessingTime());
        }
        moveSlices(entry, divisors, 1, context);
        book.touchEndingAfter(Long.MIN_VALUE);
    }

    private void moveSlices(Page of, Divisors divisors, int sign, Context context)
            throws Exception {
        Map<WindowKey, byte[]> gains = new LinkedHashMap<>();
        for (Map.Entry<WindowKey, byte[]> block : book.open()) {
            if (!block.getKey().isOfPost()) {
                byte[] sums = divisors.told(block.getKey(), block.getValue());
                gains.put(block.getKey(), sign < 0 ? Slots.negated(sums) : sums);
            }
        }
        tellSums(of.slices(), gains, context);
        Subscribers subscribers = divisors.subscribers();
        tellSubscribers(
                of.slices(),
                sign < 0
                        ? Subscribers.steps(subscribers, Subscribers.NONE)
                        : Subscribers.steps(Subscribers.NONE, subscribers),
                context);
    }

    private void makeDaysAnew(Page entry, long nowMillis) throws Exception {
        List<Map.Entry<WindowKey, byte[]>> open = book.open();
        for (Map.Entry<WindowKey, byte[]> block : open) {
            if (block.getKey().size() == EngagementSize.DAY) {
                book.empty(block.getKey());
            }
        }
        for (Map.Entry<WindowKey, byte[]> block : open) {
            WindowKey hour = block.getKey();
            if (hour.size() == EngagementSize.DAY) {
                continue;
            }
            BlockWindows.visit(
                    hour,
                    block.getValue(),
                    BlockWindows.ALL,
                    (window, sum) -> {
                        if (window.size() == EngagementSize.QUARTER_HOUR) {
                            addToDay(hour.post(), entry.zone(), window.start(), sum, nowMillis);
                        }
                    });
        }
    }

    private void addToDay(String post, ZoneId zone, long at, WindowSum sum, long nowMillis)
            throws Exception {
        book.add(
                WindowKey.of(post, EngagementSize.DAY, zone, at),
                BlockWindows.sums(EngagementSize.DAY, at, sum),
                nowMillis);
    }

    private Map<WindowKey, byte[]> untold() throws Exception {
        Map<WindowKey, byte[]> gains = new LinkedHashMap<>();
        for (BlockGain gain : untold.get()) {
            gains.merge(gain.block(), gain.sums(), Slots::plus);
        }
        return gains;
    }

    private void tellSlices(Page of, Context context) throws Exception {
        Map<WindowKey, byte[]> gains = untold();
        Divisors divisors = divisors();
        gains.replaceAll(divisors::told);
        tellSums(of.slices(), gains, context);
        untold.clear();
    }

    private void tellSums(List<Slice> slices, Map<WindowKey, byte[]> gains, Context context) {
        gains.forEach(
                (block, sums) -> {
                    for (Slice slice : slices) {
                        context.output(SLICES, SliceChange.of(slice, block, sums));
                    }
                });
    }

    private void tellSubscribers(List<Slice> slices, Map<Long, Long> steps, Context context) {
        for (Slice slice : slices) {
            steps.forEach(
                    (quarter, step) ->
                            context.output(
                                    SLICES, SliceChange.ofSubscribers(slice, quarter, step)));
        }
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
            EngagementRows owner =
                    post.isEmpty() ? ofPage : EngagementRows.ofPost(of, post, info(post));
            return (key, sum, version) ->
                    owner.row(key, sum, followers.before(key.end()), version);
        };
    }

    private PostInfo info(String post) throws Exception {
        PostInfo known = posts.get(post);
        return known == null ? PostInfo.UNKNOWN : known;
    }
}
