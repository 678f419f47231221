package io.otklik.cli.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A seeded month of authorities as day by day rows, and what a spreadsheet would make of them: a
 * column of sums per authority, a column of shares, a column of ranks per measure.
 */
public final class SampleMonth {

    public static final LocalDate START = LocalDate.of(2026, 10, 1);

    private static final int AGENCIES = 14;
    private static final double Z = 1.96;

    private final Random random = new Random(7);

    /** Sums by authority and column. */
    private final Map<String, Map<String, Double>> sums = new TreeMap<>();

    /** First responses by authority and bin. */
    private final Map<String, TreeMap<Integer, Integer>> times = new HashMap<>();

    private final List<String> responseRows = new ArrayList<>();
    private final List<String> engagementRows = new ArrayList<>();
    private final List<String> audienceRows = new ArrayList<>();
    private final List<String> communityRows = new ArrayList<>();

    public SampleMonth() {
        for (int agency = 0; agency < AGENCIES; agency++) {
            fill(agency);
        }
        // Nobody ever heard of it: it stands in the list, but has no place.
        communityRows.add("('vk:-900', 'VK', 'mute', 'Немые', 'Область', '2026-01-01')");
    }

    private void fill(int number) {
        String agency = "agency-%02d".formatted(number);
        sums.put(agency, new HashMap<>());
        times.put(agency, new TreeMap<>());
        boolean busy = number % 5 != 4;
        double skill = random.nextDouble();
        communityRows.add(
                "('vk:-%d', 'VK', '%s', '%s', '%s', '2026-01-01')"
                        .formatted(number + 1, agency, name(number), region(number)));
        long before = 1_000 + random.nextInt(5_000);
        long now = before + random.nextInt(900) - 200;
        audienceRows.add("('vk:-%d', '2026-09-15', %d)".formatted(number + 1, before));
        audienceRows.add("('vk:-%d', '2026-10-15', %d)".formatted(number + 1, now));
        put(agency, "subscribers", now);
        put(agency, "before", before);
        for (int day = 0; day < START.lengthOfMonth(); day++) {
            if (busy || day == 3) {
                respond(agency, number, day, skill);
            }
            publish(agency, number, day);
        }
    }

    private void respond(String agency, int number, int day, double skill) {
        int due = random.nextInt(5);
        int inTime = 0;
        for (int i = 0; i < due; i++) {
            inTime += random.nextDouble() < skill ? 1 : 0;
        }
        int silent = random.nextInt(due - inTime + 1) / 2;
        int finalDue = random.nextInt(4);
        int finalInTime = finalDue == 0 ? 0 : random.nextInt(finalDue + 1);
        int answered = random.nextInt(4);
        int reopened = random.nextInt(10) == 0 ? 1 : 0;
        int responses = 1 + random.nextInt(4);
        int template = random.nextInt(responses + 1);
        int bin = 760 + random.nextInt(150) - (int) (skill * 60);
        responseRows.add(
                ("('DAY', 'AGENCY', '%s', '%s', '%s', '%s', %d, %d, %d, %d, %d, %d, %d, %d, %d, %d,"
                                + " [%d], [%d], 1)")
                        .formatted(
                                agency,
                                name(number),
                                region(number),
                                START.plusDays(day) + " 00:00:00",
                                due,
                                answered,
                                reopened,
                                due,
                                inTime,
                                silent,
                                finalDue,
                                finalInTime,
                                responses,
                                template,
                                bin,
                                responses));
        put(agency, "answered", answered);
        put(agency, "reopened", reopened);
        put(agency, "first_due", due);
        put(agency, "first_in_time", inTime);
        put(agency, "silent", silent);
        put(agency, "final_due", finalDue);
        put(agency, "final_in_time", finalInTime);
        put(agency, "responses", responses);
        put(agency, "template", template);
        times.get(agency).merge(bin, responses, Integer::sum);
    }

    private void publish(String agency, int number, int day) {
        int posts = random.nextInt(1 + number % 4);
        int clips = posts == 0 ? 0 : random.nextInt(posts + 1);
        int views = posts * (100 + random.nextInt(900));
        int likes = views / (10 + random.nextInt(40));
        engagementRows.add(
                page("vk:-" + (number + 1), agency, number, day, posts, clips, likes, views));
        int reactions = random.nextInt(300);
        engagementRows.add(page("telegram:-100" + number, agency, number, day, 0, 0, reactions, 0));
        put(agency, "posts", posts);
        put(agency, "clips", clips);
        put(agency, "views", views);
        put(agency, "likes", likes);
        put(agency, "interactions", likes + reactions);
    }

    /** Reactions of the second page come without views, and nobody knows its audience. */
    private static String page(
            String page,
            String agency,
            int number,
            int day,
            int posts,
            int clips,
            int likes,
            int views) {
        return "('DAY', 'COMMUNITY', '%s', '%s', '%s', '%s', '%s', %d, %d, %d, %d, 1)"
                .formatted(
                        page,
                        page,
                        agency,
                        region(number),
                        START.plusDays(day) + " 00:00:00",
                        posts,
                        clips,
                        likes,
                        views);
    }

    private void put(String agency, String column, double value) {
        sums.get(agency).merge(column, value, Double::sum);
    }

    /** One is of another region. */
    private static String region(int number) {
        return number == 10 ? "Край" : "Область";
    }

    private static String name(int number) {
        return "Ведомство " + (char) ('А' + number);
    }

    /** INSERT statements. */
    public List<String> inserts() {
        return List.of(
                insert(
                        "response_window (size, dimension, dimension_id, dimension_name, region,"
                                + " window_start, opened, answered, reopened, first_due, first_in_time, first_silent,"
                                + " final_due, final_in_time, first_responses, template_answers,"
                                + " first_response_bins, first_response_bin_counts, version)",
                        responseRows),
                insert(
                        "engagement (size, dimension, dimension_id, community_id, agency_id, region,"
                                + " window_start, posts, posts_clip, likes, views, version)",
                        engagementRows),
                insert("audience (community_id, observed_at, subscribers)", audienceRows),
                insert(
                        "community (community_id, platform, agency_id, agency_name, region, updated_at)",
                        communityRows));
    }

    private static String insert(String target, List<String> rows) {
        return "INSERT INTO %s VALUES %s".formatted(target, String.join(", ", rows));
    }

    /** Authorities of a nomination by place, those without one left out, as a spreadsheet sorts. */
    public List<String> order(Nomination nomination) {
        Map<String, Map<String, Double>> measures = new TreeMap<>();
        sums.forEach((agency, columns) -> measures.put(agency, measures(agency, columns)));
        measures.values()
                .removeIf(
                        figures ->
                                nomination.enough().entrySet().stream()
                                        .anyMatch(
                                                least ->
                                                        figures.getOrDefault(least.getKey(), -1.0)
                                                                < least.getValue()));
        Map<String, Double> scores = new TreeMap<>();
        for (Nomination.Criterion by : nomination.criteria()) {
            for (String agency : measures.keySet()) {
                scores.merge(
                        agency,
                        by.weight() * averageRank(by, measures.get(agency), measures),
                        Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** RANK.AVG, an empty cell behind all numbers. */
    private static double averageRank(
            Nomination.Criterion by,
            Map<String, Double> of,
            Map<String, Map<String, Double>> measures) {
        double own = key(by, of);
        long before = measures.values().stream().filter(other -> key(by, other) < own).count();
        long equal = measures.values().stream().filter(other -> key(by, other) == own).count();
        return before + (1 + equal) / 2.0;
    }

    private static double key(Nomination.Criterion by, Map<String, Double> figures) {
        Double figure = figures.get(by.measure());
        return figure == null ? Double.POSITIVE_INFINITY : by.highIsBetter() ? -figure : figure;
    }

    private Map<String, Double> measures(String agency, Map<String, Double> sum) {
        Map<String, Double> figures = new HashMap<>();
        double due = sum.getOrDefault("first_due", 0.0);
        figures.put("first_due", due);
        bound(figures, "first_in_time_share_low", sum, "first_in_time", "first_due", -1);
        bound(figures, "final_in_time_share_low", sum, "final_in_time", "final_due", -1);
        bound(figures, "reopen_share_high", sum, "reopened", "answered", 1);
        bound(figures, "template_share_high", sum, "template", "responses", 1);
        ratio(figures, "other_forms_share", sum, "clips", "posts");
        ratio(figures, "er_by_views", sum, "likes", "views");
        ratio(figures, "er_by_subs", sum, "likes", "subscribers");
        ratio(figures, "growth", sum, "subscribers", "before");
        figures.put("subscribers_growth", figures.remove("growth"));
        figures.put("subscribers_before", sum.get("before"));
        figures.put("posts", sum.get("posts"));
        figures.put("views", sum.get("views"));
        int silent = sum.getOrDefault("silent", 0.0).intValue();
        percentile(figures, "first_response_p50_seconds", agency, silent, 0.5);
        percentile(figures, "first_response_p90_seconds", agency, silent, 0.9);
        return figures;
    }

    /** The lower (-1) or upper (1) end of Wilson's interval, by the formula in its other form. */
    private static void bound(
            Map<String, Double> figures,
            String name,
            Map<String, Double> sum,
            String part,
            String whole,
            int side) {
        double all = sum.getOrDefault(whole, 0.0);
        if (all == 0) {
            return;
        }
        double share = Math.min(1, sum.get(part) / all);
        double middle = share + Z * Z / (2 * all);
        double half = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4 * all * all));
        double bound = (middle + side * half) / (1 + Z * Z / all);
        figures.put(name, Math.min(1, Math.max(0, bound)));
    }

    private static void ratio(
            Map<String, Double> figures,
            String name,
            Map<String, Double> sum,
            String part,
            String whole) {
        double divisor = sum.getOrDefault(whole, 0.0);
        if (divisor > 0) {
            figures.put(name, sum.getOrDefault(part, 0.0) / divisor);
        }
    }

    /** Bins stand in the order of their times; behind them those who were never answered. */
    private void percentile(
            Map<String, Double> figures, String name, String agency, int silent, double share) {
        TreeMap<Integer, Integer> bins = times.get(agency);
        int all = silent + bins.values().stream().mapToInt(Integer::intValue).sum();
        int passed = 0;
        for (Map.Entry<Integer, Integer> bin : bins.entrySet()) {
            passed += bin.getValue();
            if (passed >= Math.ceil(all * share)) {
                figures.put(name, (double) bin.getKey());
                return;
            }
        }
    }
}
