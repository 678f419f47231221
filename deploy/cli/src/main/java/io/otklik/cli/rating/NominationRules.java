package io.otklik.cli.rating;

import io.otklik.cli.Sql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Nominations as rows of table {@code nomination_rule}, which view {@code v_nomination} follows.
 */
public final class NominationRules {

    private NominationRules() {}

    /**
     * The nominations that are in force; of each, the weightiest criteria come first, equals by
     * name, for the table does not keep their order.
     */
    public static List<Nomination> inForce(Sql sql) throws IOException {
        List<Nomination> nominations = new ArrayList<>();
        try (Sql.Rows<Nomination> rows =
                sql.rows(
                        Nomination.class,
                        """
                        SELECT nomination AS id, any(r.name) AS name,
                            arraySort(c -> (-c.weight, c.measure), groupArrayIf(
                                CAST((measure, better = 'high', number) AS Tuple(measure String, highIsBetter Bool, weight Float64)),
                                kind = 'BY')) AS criteria,
                            mapFromArrays(groupArrayIf(measure, kind = 'ENOUGH'), groupArrayIf(number, kind = 'ENOUGH')) AS enough
                        FROM (SELECT DISTINCT nomination, position, name, kind, measure, better, number FROM nomination_rule
                            WHERE version = (SELECT max(version) FROM nomination_rule)) AS r
                        GROUP BY nomination ORDER BY any(position)""")) {
            for (Nomination one = rows.next(); one != null; one = rows.next()) {
                nominations.add(one);
            }
        }
        return nominations;
    }

    /** The statement that puts nominations in force as that version. */
    public static String sql(List<Nomination> nominations, long version) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < nominations.size(); i++) {
            Nomination nomination = nominations.get(i);
            String begin =
                    "(%d, %s, %d, %s, "
                            .formatted(
                                    version,
                                    Sql.text(nomination.id()),
                                    i + 1,
                                    Sql.text(nomination.name()));
            for (Nomination.Criterion by : nomination.criteria()) {
                rows.add(
                        begin
                                + "'BY', %s, '%s', %s)"
                                        .formatted(
                                                Sql.text(by.measure()),
                                                by.highIsBetter() ? "high" : "low",
                                                by.weight()));
            }
            nomination
                    .enough()
                    .forEach(
                            (measure, least) ->
                                    rows.add(
                                            begin
                                                    + "'ENOUGH', %s, '', %s)"
                                                            .formatted(Sql.text(measure), least)));
        }
        return "INSERT INTO nomination_rule (version, nomination, position, name, kind, measure, better, number) VALUES "
                + String.join(", ", rows);
    }
}
