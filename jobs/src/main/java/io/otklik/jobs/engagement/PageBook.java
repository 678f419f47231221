package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.JsonRecord;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The windows of a page and its posts: an hour by its minutes and a day are one {@link Block} each,
 * what lies between is summed up when a row is made.
 *
 * <p>The figures follow the facts' own times alone; processing time decides only when a row is
 * emitted and when a block is closed, so that a replay gives the same rows as the live run. A block
 * is open to corrections until {@link WindowTimes#goesAt}; what comes later finds it closed.
 */
final class PageBook {

    private static final MapStateDescriptor<WindowKey, Block> BLOCKS =
            new MapStateDescriptor<>(
                    "blocks", WindowKeySerializer.INSTANCE, BlockSerializer.INSTANCE);

    private static final ValueStateDescriptor<Long> TOUCHED_AFTER =
            new ValueStateDescriptor<>("touched-after", Types.LONG);

    private final BookClock clock;
    private final MapState<WindowKey, Block> blocks;

    /** The blocks that end after this instant are yet to be emitted anew; null: none. */
    private final ValueState<Long> touchedAfter;

    /** Makes the rows of the page, or of one of its posts. */
    interface Rows {
        /**
         * @param post the post's messageId; empty: the page itself
         */
        RowMaker of(String post) throws Exception;
    }

    PageBook(RuntimeContext context, BookClock clock) {
        this.clock = clock;
        this.blocks = context.getMapState(BLOCKS);
        this.touchedAfter = context.getState(TOUCHED_AFTER);
    }

    /** Whether a block can be changed no longer. */
    boolean isClosed(WindowKey block) throws Exception {
        return clock.isClosed(block) && !blocks.contains(block);
    }

    /** The open blocks; a copy. */
    List<Map.Entry<WindowKey, byte[]>> open() throws Exception {
        List<Map.Entry<WindowKey, byte[]>> open = new ArrayList<>();
        if (clock.isUnknown()) {
            return open;
        }
        for (Map.Entry<WindowKey, Block> block : blocks.entries()) {
            open.add(Map.entry(block.getKey(), block.getValue().sums()));
        }
        return open;
    }

    /** The posts of the open blocks; and, empty, the page. */
    Set<String> posts() throws Exception {
        Set<String> posts = new HashSet<>();
        for (WindowKey key : blocks.keys()) {
            posts.add(key.post());
        }
        return posts;
    }

    /**
     * Counts the open days of a page by another zone from now on, all of which it emits anew; one
     * of which hours have gone stays as it is.
     */
    void moveDays(ZoneId zone, long nowMillis) throws Exception {
        List<Map.Entry<WindowKey, byte[]>> open = open();
        List<WindowKey> staying = new ArrayList<>();
        for (Map.Entry<WindowKey, byte[]> block : open) {
            WindowKey day = block.getKey();
            if (day.size() == EngagementSize.DAY
                    && clock.isClosed(
                            WindowKey.of(day.post(), EngagementSize.HOUR, zone, day.start()))) {
                staying.add(day);
            }
        }
        for (Map.Entry<WindowKey, Tally> day : PageDays.of(open, staying, zone).entrySet()) {
            Block before = blocks.get(day.getKey());
            if (before != null || !clock.isClosed(day.getKey())) {
                long createdAt = before == null ? nowMillis : before.createdAt();
                blocks.put(day.getKey(), new Block(day.getValue().packed(), createdAt));
            }
        }
    }

    /**
     * The open blocks that end after an instant are emitted anew, with what else changes.
     *
     * @return false if there is none at all
     */
    boolean touchEndingAfter(long instant) throws Exception {
        if (clock.isUnknown()) {
            return false;
        }
        Long before = touchedAfter.value();
        if (before == null || instant < before) {
            touchedAfter.update(instant);
        }
        return true;
    }

    /**
     * Adds to the blocks and emits the rows of all that changed.
     *
     * @param retold the posts whose rows tell something else now
     */
    void emit(
            PageGains gains,
            Set<String> retold,
            long nowMillis,
            Rows rows,
            long version,
            Collector<JsonRecord> out)
            throws Exception {
        Set<WindowKey> touched = touched(retold);
        List<Changed> changed = new ArrayList<>();
        for (PageTally gained : gains.open()) {
            WindowKey key = gained.key();
            changed.add(changed(key, gained.page(), touched, nowMillis));
            for (Map.Entry<String, Tally> post : gained.posts().entrySet()) {
                changed.add(
                        changed(key.ofPost(post.getKey()), post.getValue(), touched, nowMillis));
            }
        }
        for (WindowKey key : touched) {
            changed.add(new Changed(key, null, BlockWindows.ALL));
        }
        // All rows of all blocks are made and sent in one place: where windows are made, the
        // compiler would take in what makes a row and the whole of its way to Kafka each time.
        for (Changed block : changed) {
            WindowKey key = block.key;
            Tally all =
                    block.all == null ? Tally.of(key.size(), blocks.get(key).sums()) : block.all;
            RowMaker of = rows.of(key.post());
            for (BlockWindows.Window window : BlockWindows.of(key, all, block.slots)) {
                Sum sum = window.sum();
                out.collect(of.row(window.key(), sum.figures(), sum.authorCount(), version));
            }
        }
    }

    /**
     * A block of which rows are to be emitted.
     *
     * @param all what it counts; null: what state says
     * @param slots the rows of which are to be
     */
    private record Changed(WindowKey key, Tally all, long slots) {}

    /** Adds what a block gained. */
    private Changed changed(WindowKey key, Tally gained, Set<WindowKey> touched, long nowMillis)
            throws Exception {
        boolean whole = touched.remove(key);
        return new Changed(
                key, add(key, gained, nowMillis), whole ? BlockWindows.ALL : gained.present());
    }

    /** What a block counts with what it gained. */
    private Tally add(WindowKey key, Tally gained, long nowMillis) throws Exception {
        Block before = blocks.get(key);
        if (before == null) {
            blocks.put(key, new Block(gained.packed(), nowMillis));
            return gained;
        }
        Tally all = Tally.of(key.size(), before.sums());
        all.add(gained);
        blocks.put(key, new Block(all.packed(), before.createdAt()));
        return all;
    }

    private Set<WindowKey> touched(Set<String> retold) throws Exception {
        Set<WindowKey> touched = new HashSet<>();
        Long instant = touchedAfter.value();
        if (instant == null && retold.isEmpty()) {
            return touched;
        }
        for (WindowKey key : blocks.keys()) {
            if (instant != null && key.end() > instant || retold.contains(key.post())) {
                touched.add(key);
            }
        }
        touchedAfter.clear();
        return touched;
    }

    /** Lets old blocks go if it is time to; see {@link BookClock#sweep}. */
    Swept sweep(long timestamp, TimerService timers, boolean remembers) throws Exception {
        return clock.sweep(timestamp, timers, blocks, Block::createdAt, remembers);
    }
}
