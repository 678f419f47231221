package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a page and its posts gained since their rows were emitted last, block by block. */
final class PageGains {

    private final ZoneId zone;
    private final long nowMillis;
    private final Closed closed;

    /** Of the page, closed ones too. */
    private final Map<WindowKey, PageTally> blocks = new LinkedHashMap<>();

    /** The ones that were added to last: facts of one time come together. */
    private PageTally hour;

    private PageTally day;
    private boolean views;
    private int late;

    /** Whether a block of the page can be changed no longer. */
    interface Closed {
        boolean test(WindowKey block) throws Exception;
    }

    /**
     * @param nowMillis processing time: what is late counts there
     */
    PageGains(ZoneId zone, long nowMillis, Closed closed) {
        this.zone = zone;
        this.nowMillis = nowMillis;
        this.closed = closed;
    }

    /**
     * Counts a gain, or, where the page's block is closed, that it was late.
     *
     * @param post the post's id as state holds it
     */
    void add(String post, PageGain gain) throws Exception {
        views = views || Slots.have(gain.sums(), Figure.VIEWS);
        hour = at(hour, EngagementSize.HOUR, gain.at());
        day = at(day, EngagementSize.DAY, gain.at());
        boolean inHour = count(hour, post, gain);
        boolean inDay = count(day, post, gain);
        if (!inHour || !inDay) {
            late++;
        }
    }

    /** The open blocks of the page that gained anything. */
    Collection<PageTally> open() {
        blocks.values().removeIf(PageTally::isClosed);
        return blocks.values();
    }

    /** What the page's blocks gained, see {@link Slots}. */
    Map<WindowKey, byte[]> ofPage() {
        Map<WindowKey, byte[]> gains = new LinkedHashMap<>();
        for (PageTally block : open()) {
            gains.put(block.key(), block.page().packed());
        }
        return gains;
    }

    /** Whether views were gained, or given back. */
    boolean haveViews() {
        return views;
    }

    /** How many facts came too late for one of their windows. */
    int late() {
        return late;
    }

    private boolean count(PageTally block, String post, PageGain gain) throws Exception {
        if (!block.isClosed()) {
            block.add(post, gain.sums());
            return true;
        }
        EngagementSize size = block.key().size();
        PageTally current = at(null, size, nowMillis);
        if (!current.isClosed()) {
            current.page().add(BlockWindows.sums(size, nowMillis, WindowSum.LATE));
        }
        return false;
    }

    private PageTally at(PageTally latest, EngagementSize size, long at) throws Exception {
        if (latest != null && latest.holds(at)) {
            return latest;
        }
        WindowKey key = WindowKey.of("", size, zone, at);
        PageTally known = blocks.get(key);
        if (known == null) {
            known = new PageTally(key, closed.test(key));
            blocks.put(key, known);
        }
        return known;
    }
}
