package io.otklik.cli.rating;

import io.otklik.cli.Sql;
import io.otklik.cli.appeals.AppealLine;

import java.time.LocalDate;
import java.util.List;

/**
 * An appeal or post that a figure counts; the columns of {@link #sql}.
 *
 * @param measure what it counts in
 * @param kind APPEAL or POST
 * @param at when, ISO-8601
 * @param figure 1 for an appeal, the post's number for what posts are summed up by
 */
public record RatingFact(
        String measure,
        String kind,
        String subjectId,
        String at,
        long figure,
        String url,
        String text) {

    private static final int TEXT = 80;

    /** The header of {@link #cells}. */
    public static final List<String> HEADER =
            List.of("measure", "kind", "subject_id", "at", "figure", "url", "text");

    /**
     * What the figures of an authority are made of.
     *
     * @param measure only of this one; null for all
     */
    public static String sql(String period, LocalDate start, String agency, RatingMeasure measure) {
        String facts =
                "SELECT * FROM v_rating_fact WHERE period = %s AND period_start = %s AND agency_id = %s%s"
                        .formatted(
                                Sql.text(period),
                                Sql.text(start.toString()),
                                Sql.text(agency),
                                measure == null
                                        ? ""
                                        : " AND measure = " + Sql.text(measure.toString()));
        return """
        SELECT measure, kind, subject_id AS subjectId, %s AS at, figure, if(m.url = '', f.url, m.url) AS url,
            if(f.text = '', m.text, f.text) AS text
        FROM (%s) AS f
        LEFT ANY JOIN (SELECT message_id, url, text FROM v_message WHERE (community_id, thread_id, message_id) IN
            (SELECT community_id, subject_id, subject_id FROM (%2$s) WHERE kind = 'POST')) AS m ON m.message_id = f.subject_id
        ORDER BY kind, measure, f.at, subject_id"""
                .formatted(Sql.time("f.at"), facts);
    }

    /** For a table file. */
    public List<String> cells() {
        return List.of(measure, kind, subjectId, at, Long.toString(figure), url, text);
    }

    /** One line. */
    public String print() {
        String words = text.replaceAll("\\s+", " ");
        return "%-16s %s %8d  %s %s %s"
                .formatted(
                        measure,
                        at.substring(0, 16).replace('T', ' '),
                        figure,
                        subjectId,
                        url,
                        AppealLine.cut(words, TEXT))
                .stripTrailing();
    }
}
