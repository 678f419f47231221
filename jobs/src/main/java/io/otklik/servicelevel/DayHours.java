package io.otklik.servicelevel;

import java.util.ArrayList;
import java.util.List;

/**
 * Working hours of one day, in minutes since midnight by the clock on the wall.
 *
 * @param bounds opening, closing, opening, closing, …, ascending
 */
record DayHours(List<Integer> bounds) {

    static final DayHours NONE = new DayHours(List.of());

    /**
     * Reads {@code 09:00-13:00} and the like.
     *
     * @throws IllegalArgumentException if an interval is empty, or begins before the one before it
     *     ends
     */
    static DayHours parse(List<String> hours) {
        List<Integer> bounds = new ArrayList<>();
        int last = -1;
        for (String interval : hours) {
            int from = minute(interval, 0);
            int to = minute(interval, 6);
            if (from >= to) {
                throw new IllegalArgumentException(
                        "hours %s end before they begin".formatted(interval));
            }
            if (from < last) {
                throw new IllegalArgumentException(
                        "hours %s begin before the interval before them ends".formatted(interval));
            }
            bounds.add(from);
            bounds.add(to);
            last = to;
        }
        return bounds.isEmpty() ? NONE : new DayHours(List.copyOf(bounds));
    }

    private static int minute(String interval, int at) {
        return Integer.parseInt(interval, at, at + 2, 10) * 60
                + Integer.parseInt(interval, at + 3, at + 5, 10);
    }

    boolean isFree() {
        return bounds.isEmpty();
    }

    int minutes() {
        int minutes = 0;
        for (int i = 0; i < bounds.size(); i += 2) {
            minutes += bounds.get(i + 1) - bounds.get(i);
        }
        return minutes;
    }

    /** The same day ending earlier by that much working time. */
    DayHours cut(int minutes) {
        List<Integer> rest = new ArrayList<>(bounds);
        int left = minutes;
        while (left > 0 && !rest.isEmpty()) {
            int last = rest.size() - 1;
            int length = rest.get(last) - rest.get(last - 1);
            if (length > left) {
                rest.set(last, rest.get(last) - left);
            } else {
                rest.remove(last);
                rest.remove(last - 1);
            }
            left -= length;
        }
        return rest.isEmpty() ? NONE : new DayHours(List.copyOf(rest));
    }
}
