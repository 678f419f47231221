package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The open days of a page that goes by another time zone from now on. */
final class PageDays {

    private PageDays() {}

    /** Takes back what the old days count and counts it in those of the new zone. */
    static void makeAnew(PageBook book, ZoneId zone, long nowMillis) throws Exception {
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
                            add(book, hour.post(), zone, window.start(), sum, nowMillis);
                        }
                    });
        }
    }

    private static void add(
            PageBook book, String post, ZoneId zone, long at, WindowSum sum, long nowMillis)
            throws Exception {
        book.add(
                WindowKey.of(post, EngagementSize.DAY, zone, at),
                BlockWindows.sums(EngagementSize.DAY, at, sum),
                nowMillis);
    }
}
