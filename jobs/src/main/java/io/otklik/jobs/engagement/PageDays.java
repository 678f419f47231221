package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The open days of a page that goes by another time zone from now on. */
final class PageDays {

    private PageDays() {}

    /**
     * What days count: those of the new zone all, the others nothing.
     *
     * @param open blocks with their sums
     * @param staying the days that stay as they are: nothing of them is counted in another
     */
    static Map<WindowKey, Tally> of(
            List<Map.Entry<WindowKey, byte[]>> open, List<WindowKey> staying, ZoneId zone)
            throws Exception {
        Map<WindowKey, Tally> days = new LinkedHashMap<>();
        for (Map.Entry<WindowKey, byte[]> block : open) {
            if (block.getKey().size() == EngagementSize.DAY && !staying.contains(block.getKey())) {
                day(days, block.getKey()).add(Slots.of(0, WindowSum.ZERO));
            }
        }
        for (Map.Entry<WindowKey, byte[]> block : open) {
            WindowKey hour = block.getKey();
            if (hour.size() == EngagementSize.DAY) {
                continue;
            }
            Tally tally = Tally.of(hour.size(), block.getValue());
            for (BlockWindows.Window window : BlockWindows.of(hour, tally, BlockWindows.ALL)) {
                WindowKey quarter = window.key();
                if (quarter.size() == EngagementSize.QUARTER_HOUR
                        && staying.stream().noneMatch(day -> liesIn(day, quarter))) {
                    WindowKey day =
                            WindowKey.of(hour.post(), EngagementSize.DAY, zone, quarter.start());
                    day(days, day).add(Slots.of(0, window.sum().window()));
                }
            }
        }
        return days;
    }

    private static boolean liesIn(WindowKey day, WindowKey window) {
        return day.post().equals(window.post())
                && window.start() >= day.start()
                && window.start() < day.end();
    }

    private static Tally day(Map<WindowKey, Tally> days, WindowKey day) {
        return days.computeIfAbsent(day, key -> Tally.of(key.size()));
    }
}
