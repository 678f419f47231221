package io.otklik.jobs.misinformation;

import io.otklik.similarity.signal.Spread;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * When and where the current key's story was told, in state, a quarter of an hour an entry: what is
 * near an instant is read without the rest. For one telling; it remembers what it read.
 */
final class StoryPoints implements Spread.Points {

    private static final long LENGTH = Duration.ofMinutes(15).toMillis();

    private final MapState<Long, Quarter> quarters;
    private final MapState<String, Boolean> pages;
    private final Map<Long, Quarter> read = new HashMap<>();

    /**
     * @param quarters by their number since the epoch
     * @param pages those that told the story
     */
    StoryPoints(MapState<Long, Quarter> quarters, MapState<String, Boolean> pages) {
        this.quarters = quarters;
        this.pages = pages;
    }

    /**
     * A quarter of an hour.
     *
     * @param times when the story was told, ascending, epoch milliseconds
     * @param pages where
     */
    public record Quarter(long[] times, String[] pages) {

        private static final Quarter EMPTY = new Quarter(new long[0], new String[0]);

        private Quarter with(List<Spread.Point> added) {
            long[] allTimes = new long[times.length + added.size()];
            String[] allPages = new String[allTimes.length];
            int known = 0;
            int next = 0;
            for (int i = 0; i < allTimes.length; i++) {
                boolean isKnown =
                        next == added.size()
                                || known < times.length && times[known] <= added.get(next).at();
                allTimes[i] = isKnown ? times[known] : added.get(next).at();
                allPages[i] = isKnown ? pages[known++] : added.get(next++).page();
            }
            return new Quarter(allTimes, allPages);
        }

        /** The first place after an instant. */
        private int after(long instant) {
            int place = Arrays.binarySearch(times, instant);
            if (place < 0) {
                return -place - 1;
            }
            while (place < times.length && times[place] == instant) {
                place++;
            }
            return place;
        }
    }

    /**
     * Adds copies.
     *
     * @param added ascending by time
     * @return on how many pages the story was not told before
     */
    int add(List<Spread.Point> added) throws Exception {
        Map<Long, List<Spread.Point>> byQuarter = new HashMap<>();
        int newPages = 0;
        for (Spread.Point point : added) {
            byQuarter.computeIfAbsent(number(point.at()), key -> new ArrayList<>()).add(point);
            if (!pages.contains(point.page())) {
                pages.put(point.page(), true);
                newPages++;
            }
        }
        for (Map.Entry<Long, List<Spread.Point>> entry : byQuarter.entrySet()) {
            Quarter next = quarter(entry.getKey()).with(entry.getValue());
            quarters.put(entry.getKey(), next);
            read.put(entry.getKey(), next);
        }
        return newPages;
    }

    void clear() {
        quarters.clear();
        pages.clear();
        read.clear();
    }

    @Override
    public List<Spread.Point> within(long after, long upTo) {
        List<Spread.Point> points = new ArrayList<>();
        for (long number : numbers(after, upTo)) {
            Quarter quarter = quarter(number);
            int end = quarter.after(upTo);
            for (int i = quarter.after(after); i < end; i++) {
                points.add(new Spread.Point(quarter.times[i], quarter.pages[i]));
            }
        }
        return points;
    }

    @Override
    public int count(long after, long upTo) {
        int count = 0;
        for (long number : numbers(after, upTo)) {
            Quarter quarter = quarter(number);
            count += Math.max(0, quarter.after(upTo) - quarter.after(after));
        }
        return count;
    }

    /** The quarters between two instants, ascending; of all time those that there are. */
    private Iterable<Long> numbers(long after, long upTo) {
        if (after != Long.MIN_VALUE) {
            return LongStream.rangeClosed(number(after), number(upTo))::iterator;
        }
        try {
            SortedSet<Long> all = new TreeSet<>();
            quarters.keys().forEach(all::add);
            return all;
        } catch (Exception e) {
            throw new FlinkRuntimeException("The story's quarters cannot be read.", e);
        }
    }

    private Quarter quarter(long number) {
        return read.computeIfAbsent(
                number,
                key -> {
                    try {
                        Quarter known = quarters.get(key);
                        return known == null ? Quarter.EMPTY : known;
                    } catch (Exception e) {
                        throw new FlinkRuntimeException("A story's quarter cannot be read.", e);
                    }
                });
    }

    private static long number(long instant) {
        return Math.floorDiv(instant, LENGTH);
    }
}
