package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementSize;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Which windows an hour's slots are shown as, and with what. */
class BlockWindowsTest {

    private static final long HOUR = Instant.parse("2026-03-02T07:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000L;
    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");

    @Test
    void onlyTheWindowsOfTheAskedMinutesAreShownEachWithAllItCounts() {
        WindowKey hour = WindowKey.of("", EngagementSize.HOUR, ZONE, HOUR);
        byte[] sums = Slots.NONE;
        for (int minute : new int[] {0, 14, 15, 59}) {
            long at = HOUR + minute * MINUTE + 1;
            sums = Slots.plus(sums, BlockWindows.sums(EngagementSize.HOUR, at, likes(minute + 1)));
        }

        assertThat(shown(hour, sums, 1L << 14 | 1L << 59 | 1L << 30))
                .containsExactly(
                        "MINUTE +14: 15",
                        "QUARTER_HOUR +0: 16",
                        "MINUTE +59: 60",
                        "QUARTER_HOUR +45: 60",
                        "HOUR +0: 92");
        assertThat(shown(hour, sums, BlockWindows.ALL)).hasSize(4 + 3 + 1);
    }

    @Test
    void aDayIsOneWindow() {
        WindowKey day = WindowKey.of("", EngagementSize.DAY, ZONE, HOUR);
        byte[] sums = BlockWindows.sums(EngagementSize.DAY, HOUR + 17 * MINUTE, likes(3));

        assertThat(BlockWindows.of(day, Tally.of(EngagementSize.DAY, sums), 1))
                .extracting(BlockWindows.Window::key)
                .containsExactly(day);
    }

    private static List<String> shown(WindowKey block, byte[] sums, long slots) {
        return BlockWindows.of(block, Tally.of(EngagementSize.HOUR, sums), slots).stream()
                .map(
                        window ->
                                "%s +%d: %d"
                                        .formatted(
                                                window.key().size(),
                                                (window.key().start() - HOUR) / MINUTE,
                                                window.sum().figures()[Figure.LIKES.ordinal()]))
                .toList();
    }

    private static WindowSum likes(int many) {
        return new WindowSum(Figure.one(Figure.LIKES, many), AuthorSketch.EMPTY);
    }
}
