package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;
import io.otklik.schemas.EngagementWindow;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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

    // Written behind its end, read and let go as a whole: no store has to look for its entries.
    private static final ListStateDescriptor<WindowKey> CHANGED =
            new ListStateDescriptor<>("changed", WindowKeySerializer.INSTANCE);

    private final BookClock clock;
    private final MapState<WindowKey, Block> blocks;

    /** The blocks with rows that are yet to be emitted. */
    private final ListState<WindowKey> changed;

    /** Whether the fact at hand left rows to be emitted. */
    private boolean leftRows;

    /** Makes the rows of the page, or of one of its posts. */
    interface Rows {
        /**
         * @param post the post's messageId; empty: the page itself
         */
        RowMaker of(String post) throws Exception;
    }

    PageBook(RuntimeContext context, WindowTimes times) {
        this.clock = new BookClock(context, times);
        this.blocks = context.getMapState(BLOCKS);
        this.changed = context.getListState(CHANGED);
    }

    /** The blocks that an instant lies in. */
    static List<WindowKey> keys(String post, ZoneId zone, long at) {
        return List.of(
                WindowKey.of(post, EngagementSize.HOUR, zone, at),
                WindowKey.of(post, EngagementSize.DAY, zone, at));
    }

    /** Adds to a block, unless it is closed; whether it could still be changed. */
    boolean add(WindowKey key, byte[] sums, long nowMillis) throws Exception {
        Block before = blocks.get(key);
        if (before == null && clock.isClosed(key)) {
            return false;
        }
        put(key, before, sums, nowMillis);
        return true;
    }

    /** Adds to a block of a post, while the page's is open. */
    void addOfPost(WindowKey key, byte[] sums, long nowMillis) throws Exception {
        put(key, blocks.get(key), sums, nowMillis);
    }

    private void put(WindowKey key, Block before, byte[] sums, long nowMillis) throws Exception {
        update(key, before, (before == null ? Block.createdAt(nowMillis) : before).plus(sums));
    }

    private void update(WindowKey key, Block before, Block after) throws Exception {
        blocks.put(key, after);
        if (after.changed() != 0 && (before == null || before.changed() == 0)) {
            changed.add(key);
            leftRows = true;
        }
    }

    /** Takes back all that an open day counts. */
    void empty(WindowKey day) throws Exception {
        Block before = blocks.get(day);
        update(day, before, before.emptied());
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

    /** The open blocks that end after an instant are emitted anew. */
    void touchEndingAfter(long instant) throws Exception {
        touch(key -> key.end() > instant);
    }

    /** The open windows of a post are emitted anew. */
    void touchPost(String post) throws Exception {
        touch(key -> key.post().equals(post));
    }

    private void touch(Predicate<WindowKey> which) throws Exception {
        if (clock.isUnknown()) {
            return;
        }
        List<WindowKey> touched = new ArrayList<>();
        for (WindowKey key : blocks.keys()) {
            if (which.test(key)) {
                touched.add(key);
            }
        }
        for (WindowKey key : touched) {
            Block block = blocks.get(key);
            update(key, block, block.touched());
        }
    }

    /** Sets the timers that the state now needs; to be called after each change. */
    void schedule(TimerService timers) throws Exception {
        clock.schedule(timers, leftRows);
        leftRows = false;
    }

    /**
     * Emits the rows of changed windows if it is time to.
     *
     * @return whether it was
     */
    boolean flush(long timestamp, TimerService timers, Rows rows, Collector<EngagementWindow> out)
            throws Exception {
        long version = clock.flushedAs(timestamp, timers);
        if (version == 0) {
            return false;
        }
        for (WindowKey key : changed.get()) {
            Block block = blocks.get(key);
            RowMaker owner = rows.of(key.post());
            BlockWindows.visit(
                    key,
                    block.sums(),
                    block.changed(),
                    (window, sum) -> out.collect(owner.row(window, sum, version)));
            blocks.put(key, block.emitted());
        }
        changed.clear();
        return true;
    }

    /** Lets old blocks go if it is time to. */
    Swept sweep(long timestamp, TimerService timers) throws Exception {
        Swept swept =
                clock.sweep(
                        timestamp, timers, blocks, Block::createdAt, block -> block.changed() != 0);
        if (swept == Swept.EVERYTHING) {
            changed.clear();
        }
        return swept;
    }
}
