package io.otklik.cli.rating;

import io.otklik.cli.Sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Nominations as rows of table {@code nomination_rule}, which view {@code v_nomination} follows.
 */
public final class NominationRules {

    private NominationRules() {}

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
