package io.otklik.jobs.response;

import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealStatus;
import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.WindowDimension;
import io.otklik.schemas.WindowSize;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The windows by plain counting over the latest state of every appeal: no state, no taking back, no
 * bins. Shares no code with the job but the records.
 */
final class NaiveWindows {

    private final Map<String, Row> rows = new HashMap<>();

    /** What one window shows, with exact times. */
    static final class Row {
        final Map<String, Integer> counts = new HashMap<>();
        final List<Long> first = new ArrayList<>();
        final List<Long> business = new ArrayList<>();
        final List<Long> gaps = new ArrayList<>();
        final List<Instant> waiting = new ArrayList<>();

        int count(String name) {
            return counts.getOrDefault(name, 0);
        }

        /** The value at the lower rank of a quantile; null of none. */
        static Long quantile(List<Long> values, double quantile) {
            if (values.isEmpty()) {
                return null;
            }
            List<Long> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            return sorted.get((int) (quantile * (sorted.size() - 1)));
        }
    }

    private final Collection<Appeal> ever;

    private NaiveWindows(Collection<Appeal> ever) {
        this.ever = ever;
    }

    /**
     * Rows by dimension, id, size and start.
     *
     * @param latest the latest record of each appeal
     * @param ever every record that ever came: what was written once stays written
     */
    static Map<String, Row> of(Collection<Appeal> latest, Collection<Appeal> ever) {
        NaiveWindows windows = new NaiveWindows(ever);
        latest.stream().filter(appeal -> !appeal.retracted()).forEach(windows::count);
        return windows.rows;
    }

    static String key(ResponseWindow row) {
        return key(row.dimension(), row.dimensionId(), row.size(), row.windowStart())
                + (row.size() == WindowSize.DAY ? row.timeZone() : "");
    }

    private static String key(WindowDimension by, String id, WindowSize size, Instant start) {
        return by + " " + id + " " + size + " " + start;
    }

    /** Whether it was ever given this text after the authority had written it to somebody else. */
    private boolean isTemplate(Appeal a) {
        return ever.stream()
                .filter(own -> own.appealId().equals(a.appealId()) && isSameText(own, a))
                .anyMatch(own -> ever.stream().anyMatch(other -> repeats(own, other)));
    }

    private static boolean repeats(Appeal own, Appeal other) {
        return isSameText(own, other)
                && !other.authorId().equals(own.authorId())
                && other.firstResponseAt().isBefore(own.firstResponseAt());
    }

    /** One word tells nothing. */
    private static boolean isSameText(Appeal one, Appeal other) {
        return !one.retracted()
                && !other.retracted()
                && one.firstResponseText() != null
                && one.firstResponseText().contains(" ")
                && one.firstResponseText().equals(other.firstResponseText())
                && one.pageAgencyId().equals(other.pageAgencyId());
    }

    private void count(Appeal a) {
        boolean open = a.closedAt() == null;
        Instant first = a.firstResponseAt();
        Instant last = a.finalAnswerAt();
        for (Row row : at(a, a.publishedAt())) {
            add(row, "opened", true);
            add(row, "withdrawn", !open && a.status() != AppealStatus.ANSWERED);
            add(row, "open", open);
            if (open) {
                row.waiting.add(a.publishedAt());
            }
        }
        for (Instant again : a.reopenedAt()) {
            at(a, again).forEach(row -> add(row, "reopened", true));
        }
        if (a.acknowledgedAt() != null) {
            for (Row row : at(a, a.acknowledgedAt())) {
                add(row, "acknowledged", true);
                add(row, "unfinished", open);
            }
        }
        if (first != null) {
            for (Row row : at(a, first)) {
                row.first.add(a.firstResponseMillis());
                if (a.firstResponseBusinessMillis() != null) {
                    row.business.add(a.firstResponseBusinessMillis());
                }
                add(row, "templates", a.templateAnswer() || isTemplate(a));
                add(
                        row,
                        "firstInTime",
                        a.firstBreachedAt() == null && a.firstResponseDueAt() != null);
            }
        }
        if (a.firstBreachedAt() != null) {
            for (Row row : at(a, a.firstBreachedAt())) {
                add(row, "firstOverdue", true);
                add(row, "firstSilent", first == null && open);
            }
        }
        if (last != null) {
            for (Row row : at(a, last)) {
                add(row, "answered", true);
                add(row, "finalInTime", a.finalBreachedAt() == null && a.finalDueAt() != null);
                if (a.acknowledgedAt() != null && !a.acknowledgedAt().isAfter(last)) {
                    row.gaps.add(Duration.between(a.acknowledgedAt(), last).toMillis());
                }
            }
        }
        if (a.finalBreachedAt() != null) {
            for (Row row : at(a, a.finalBreachedAt())) {
                add(row, "finalOverdue", true);
                add(row, "finalSilent", last == null && open);
            }
        }
    }

    private static void add(Row row, String name, boolean counts) {
        if (counts) {
            row.counts.merge(name, 1, Integer::sum);
        }
    }

    private List<Row> at(Appeal a, Instant at) {
        List<Row> found = new ArrayList<>();
        ZoneId zone = ZoneId.of(a.timeZone());
        LocalDate day = LocalDate.ofInstant(at, zone);
        long minutes = at.getEpochSecond() / 60;
        for (String[] by :
                new String[][] {
                    {"AGENCY", a.agencyId()},
                    {"COMMUNITY", a.communityId()},
                    {"MUNICIPALITY", a.region() + "/" + a.municipality()},
                    {"TOPIC_GROUP", a.region() + "/" + a.topicGroup()}
                }) {
            WindowDimension dimension = WindowDimension.valueOf(by[0]);
            found.add(
                    row(
                            key(
                                    dimension,
                                    by[1],
                                    WindowSize.FIVE_MINUTES,
                                    Instant.ofEpochSecond(minutes / 5 * 300))));
            found.add(
                    row(
                            key(
                                    dimension,
                                    by[1],
                                    WindowSize.HOUR,
                                    Instant.ofEpochSecond(minutes / 60 * 3600))));
            found.add(
                    row(
                            key(
                                            dimension,
                                            by[1],
                                            WindowSize.DAY,
                                            day.atStartOfDay(zone).toInstant())
                                    + zone));
        }
        return found;
    }

    private Row row(String key) {
        return rows.computeIfAbsent(key, k -> new Row());
    }
}
