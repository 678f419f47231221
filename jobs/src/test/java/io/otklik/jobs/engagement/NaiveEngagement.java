package io.otklik.jobs.engagement;

import io.otklik.schemas.AuthorKind;
import io.otklik.schemas.Change;
import io.otklik.schemas.Community;
import io.otklik.schemas.ContentType;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.Message;
import io.otklik.schemas.MessageType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts engagement from all facts at once, without state, order or sketches. */
final class NaiveEngagement {

    /** One window's figures by name, and its authors. */
    static final class Row {
        final Map<String, Long> counts = new TreeMap<>();
        final Set<String> authors = new HashSet<>();
        Long subscribers;

        /** Of the pages that have such a divisor. */
        final Map<String, Long> ofViewed = new HashMap<>();

        final Map<String, Long> ofFollowed = new HashMap<>();
    }

    private final Map<String, Community> register = new HashMap<>();
    private final Map<String, TreeMap<Long, Long>> audience = new HashMap<>();
    private final Map<String, List<Message>> messages = new HashMap<>();
    private final Map<String, List<Counter>> counters = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();
    private final Set<String> viewed = new HashSet<>();

    private NaiveEngagement() {}

    static Map<String, Row> of(List<RandomPages.Fact> facts) {
        NaiveEngagement naive = new NaiveEngagement();
        facts.forEach(naive::gather);
        naive.counters.values().forEach(naive::countCounters);
        naive.rows.clear();
        naive.messages.values().forEach(naive::countMessage);
        naive.counters.values().forEach(naive::countCounters);
        return naive.rows;
    }

    private void gather(RandomPages.Fact fact) {
        if (fact.message() != null) {
            Message message = fact.message();
            messages.computeIfAbsent(message.messageId(), id -> new ArrayList<>()).add(message);
        } else if (fact.counter() != null) {
            Counter counter = fact.counter();
            counters.computeIfAbsent(counter.messageId(), id -> new ArrayList<>()).add(counter);
        } else if (fact.page().page() != null) {
            register.merge(
                    fact.page().page().communityId(),
                    fact.page().page(),
                    (a, b) -> a.updatedAt().isAfter(b.updatedAt()) ? a : b);
        } else {
            audience.computeIfAbsent(fact.page().audience().communityId(), id -> new TreeMap<>())
                    .merge(
                            fact.page().audience().observedAt().toEpochMilli(),
                            fact.page().audience().subscribers(),
                            Math::max);
        }
    }

    private static Message latest(List<Message> versions, boolean told) {
        return versions.stream()
                .filter(message -> !told || message.change() != Change.DELETED)
                .max(
                        Comparator.comparing(Message::changedAt)
                                .thenComparing(Message::change)
                                .thenComparing(Message::observedAt))
                .orElse(null);
    }

    private void countMessage(List<Message> versions) {
        Message told = latest(versions, true);
        if (told == null) {
            return;
        }
        boolean stands = latest(versions, false).change() != Change.DELETED;
        boolean resident = told.authorKind() != AuthorKind.COMMUNITY;
        String figure =
                told.type() == MessageType.POST
                        ? "posts " + ContentType.of(told.attachments())
                        : "comments";
        boolean counts = stands && (told.type() == MessageType.POST || resident);
        add(
                told.communityId(),
                told.threadId(),
                told.publishedAt(),
                figure,
                counts ? 1 : 0,
                resident ? told.authorId() : null);
    }

    private void countCounters(List<Counter> facts) {
        Counter any = facts.get(0);
        Map<String, Counter> events = new HashMap<>();
        TreeMap<Instant, Long[]> totals = new TreeMap<>();
        for (Counter fact : facts) {
            if (fact.kind() == CounterKind.CHANGE) {
                events.merge(
                        fact.eventId(),
                        fact,
                        (a, b) -> a.observedAt().isBefore(b.observedAt()) ? a : b);
            } else {
                totals.put(
                        fact.observedAt(),
                        new Long[] {fact.views(), fact.likes(), fact.reposts(), fact.comments()});
            }
        }
        Message told = latest(messages.getOrDefault(any.messageId(), List.of()), true);
        boolean fresh =
                told != null
                        && !totals.isEmpty()
                        && !totals.firstKey().isAfter(told.publishedAt().plus(Duration.ofDays(1)));
        countTotals(any, 0, "views", Counter::views, totals, events, fresh);
        countTotals(any, 1, "likes", Counter::likes, totals, events, fresh);
        countTotals(any, 2, "reposts", Counter::reposts, totals, events, fresh);
        countTotals(any, 3, "countedComments", Counter::comments, totals, events, fresh);
    }

    private void countTotals(
            Counter of,
            int index,
            String figure,
            Function<Counter, Long> value,
            TreeMap<Instant, Long[]> totals,
            Map<String, Counter> events,
            boolean fresh) {
        for (Counter event : events.values()) {
            if (value.apply(event) != null) {
                add(of, event.observedAt(), figure, value.apply(event));
            }
        }
        Instant from = Instant.MIN;
        Long last = fresh ? 0L : null;
        Long lastViews = fresh ? 0L : null;
        for (Map.Entry<Instant, Long[]> entry : totals.entrySet()) {
            Long views = entry.getValue()[0];
            Long total = entry.getValue()[index];
            boolean anew = views != null && lastViews != null && views < lastViews / 2;
            lastViews = views == null ? lastViews : views;
            if (total == null) {
                continue;
            }
            if (last != null) {
                long counted = 0;
                for (Counter event : events.values()) {
                    if (value.apply(event) != null
                            && event.observedAt().isAfter(from)
                            && !event.observedAt().isAfter(entry.getKey())) {
                        counted += value.apply(event);
                    }
                }
                add(
                        of,
                        entry.getKey(),
                        figure,
                        total - (anew && total < last ? 0 : last) - counted);
            }
            last = total;
            from = entry.getKey();
        }
    }

    private void add(Counter of, Instant at, String figure, long value) {
        String[] parts = of.messageId().substring(of.communityId().length()).split("_");
        String thread = of.communityId() + '_' + parts[1];
        if (parts.length == 3 && !figure.equals("likes")) {
            return;
        }
        add(of.communityId(), thread, at, parts.length == 3 ? "commentLikes" : figure, value, null);
    }

    private void add(
            String page, String thread, Instant at, String figure, long value, String author) {
        if (value == 0 && author == null) {
            return;
        }
        if (figure.equals("views")) {
            viewed.add(page);
        }
        Community entry = register.get(page);
        ZoneId zone =
                ZoneId.of(
                        entry == null || entry.timeZone() == null
                                ? "Europe/Moscow"
                                : entry.timeZone());
        String region = entry == null || entry.region() == null ? "" : entry.region() + '/';
        String platform = page.split(":")[0].toUpperCase();
        Map<String, Boolean> keys = new TreeMap<>();
        keys.put("POST|" + thread, true);
        keys.put("COMMUNITY|" + page, true);
        keys.put("PLATFORM|" + region + platform, false);
        if (entry != null) {
            keys.put("AGENCY|" + entry.agencyId(), false);
            if (entry.municipality() != null) {
                keys.put("MUNICIPALITY|" + region + entry.municipality(), false);
            }
        }
        keys.forEach((key, own) -> add(key, page, zone, at, figure, value, author));
    }

    private void add(
            String key,
            String page,
            ZoneId zone,
            Instant at,
            String figure,
            long value,
            String author) {
        long minute = Duration.ofMinutes(1).toMillis();
        long millis = at.toEpochMilli();
        for (long length : new long[] {1, 15, 60}) {
            long start = millis - Math.floorMod(millis, length * minute);
            String size = length == 1 ? "MINUTE" : length == 15 ? "QUARTER_HOUR" : "HOUR";
            add(
                    size + '|' + key + '|' + start,
                    key,
                    page,
                    start + length * minute,
                    millis - Math.floorMod(millis, 60 * minute) + 60 * minute,
                    figure,
                    value,
                    author);
        }
        ZonedDateTime day = at.atZone(zone).toLocalDate().atStartOfDay(zone);
        add(
                "DAY|" + key + '|' + day.toInstant().toEpochMilli() + '|' + zone,
                key,
                page,
                day.plusDays(1).toInstant().toEpochMilli(),
                day.plusDays(1).toInstant().toEpochMilli(),
                figure,
                value,
                author);
    }

    private void add(
            String window,
            String key,
            String page,
            long end,
            long blockEnd,
            String figure,
            long value,
            String author) {
        Row row = rows.computeIfAbsent(window, id -> new Row());
        row.counts.merge(figure, value, Long::sum);
        boolean own = key.startsWith("POST") || key.startsWith("COMMUNITY");
        if (own || viewed.contains(page)) {
            row.ofViewed.merge(figure, value, Long::sum);
        }
        if (own || subscribers(page, blockEnd) != null) {
            row.ofFollowed.merge(figure, value, Long::sum);
        }
        if (author != null) {
            row.authors.add(author);
        }
        if (row.subscribers == null) {
            row.subscribers = subscribers(key, page, end);
        }
    }

    private Long subscribers(String key, String page, long end) {
        if (key.startsWith("POST") || key.startsWith("COMMUNITY")) {
            return subscribers(page, end);
        }
        Long sum = null;
        for (String other : audience.keySet()) {
            Long more = isOf(other, key) ? subscribers(other, end) : null;
            if (more != null) {
                sum = (sum == null ? 0 : sum) + more;
            }
        }
        return sum;
    }

    /** The last observation; it holds from the beginning of its quarter of an hour. */
    private Long subscribers(String page, long end) {
        Long count = null;
        long quarter = Duration.ofMinutes(15).toMillis();
        for (Map.Entry<Long, Long> seen : audience.getOrDefault(page, new TreeMap<>()).entrySet()) {
            if (seen.getKey() - Math.floorMod(seen.getKey(), quarter) < end) {
                count = seen.getValue();
            }
        }
        return count;
    }

    private boolean isOf(String page, String key) {
        Community entry = register.get(page);
        String region = entry == null || entry.region() == null ? "" : entry.region() + '/';
        return key.equals("PLATFORM|" + region + page.split(":")[0].toUpperCase())
                || entry != null
                        && (key.equals("AGENCY|" + entry.agencyId())
                                || key.equals("MUNICIPALITY|" + region + entry.municipality()));
    }
}
