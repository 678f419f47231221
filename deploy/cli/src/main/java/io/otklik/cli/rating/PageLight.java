package io.otklik.cli.rating;

import io.otklik.cli.Sql;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A page's scorecard, of a day or as a mean of days; the columns of {@link #sql}.
 *
 * @param score percent; null if nothing is known
 * @param light of the last day: GREEN, YELLOW, RED or UNKNOWN
 * @param lacks components without all of their points on the last day, and their points
 */
public record PageLight(
        String communityId,
        String communityName,
        String agencyName,
        Double score,
        double knownShare,
        String light,
        String lacks) {

    private static final String UNKNOWN = "UNKNOWN";

    /**
     * Pages between two days, the best first, those without a light last.
     *
     * @param light only these; null for all
     */
    public static String sql(LocalDate from, LocalDate to, String region, String light) {
        return """
        SELECT community_id AS communityId, argMax(community_name, day) AS communityName,
            argMax(agency_name, day) AS agencyName, avg(s.score) AS score, avg(known_share) AS knownShare,
            argMax(s.light, day) AS light,
            argMax(arrayStringConcat(arrayMap(c -> concat(transform(c.component, [%s], [%s], c.component), ' ', toString(assumeNotNull(c.points)), '/', toString(c.most)),
                arrayFilter(c -> c.points IS NOT NULL AND c.points < c.most, components)), ', '), day) AS lacks
        FROM v_scorecard AS s
        WHERE day BETWEEN %s AND %s%s
        GROUP BY community_id%s
        ORDER BY light = 'UNKNOWN', score DESC NULLS LAST, communityName, communityId"""
                .formatted(
                        literals(Components.all().keySet()),
                        literals(Components.all().values()),
                        Sql.text(from.toString()),
                        Sql.text(to.toString()),
                        region == null ? "" : " AND region = " + Sql.text(region),
                        light == null ? "" : " HAVING light = " + Sql.text(light));
    }

    /**
     * One line: light, percent unless too little is known for a light, page, authority, what it
     * lacks.
     */
    public String print() {
        String percent =
                score == null || light.equals(UNKNOWN)
                        ? "    —"
                        : String.format(Locale.forLanguageTag("ru"), "%4.0f%%", score);
        return "%-12s %s  %s (%s)%s%s"
                .formatted(
                        word(),
                        percent,
                        communityName,
                        communityId,
                        agencyName.isEmpty() ? ", не в реестре" : ", " + agencyName,
                        lacks.isEmpty() ? "" : "; не хватает: " + lacks);
    }

    private static String literals(Collection<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", "));
    }

    private String word() {
        return switch (light) {
            case "GREEN" -> "зелёный";
            case "YELLOW" -> "жёлтый";
            case "RED" -> "красный";
            default -> "мало данных";
        };
    }
}
