package io.otklik.cli.rating;

import com.fasterxml.jackson.databind.JsonNode;
import io.otklik.cli.Sql;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The authorities of a period, from {@code v_rating}. */
public final class RatingTable {

    private final Sql sql;

    public RatingTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Every authority that had an appeal, or a page in the register, in the period.
     *
     * @param period MONTH or YEAR
     * @param start its first day
     */
    public List<Agency> read(String period, LocalDate start) throws IOException {
        String select =
                "SELECT agency_id, agency_name, region, %s FROM v_rating WHERE period = %s AND period_start = %s ORDER BY agency_id"
                        .formatted(
                                String.join(", ", Measures.all().keySet()),
                                Sql.text(period),
                                Sql.text(start.toString()));
        List<Agency> agencies = new ArrayList<>();
        try (Sql.Rows<JsonNode> rows = sql.rows(JsonNode.class, select)) {
            for (JsonNode row = rows.next(); row != null; row = rows.next()) {
                agencies.add(agency(row));
            }
        }
        return agencies;
    }

    private static Agency agency(JsonNode row) {
        Map<String, Double> figures = new HashMap<>();
        for (String measure : Measures.all().keySet()) {
            JsonNode figure = row.get(measure);
            if (figure.isNumber()) {
                figures.put(measure, figure.doubleValue());
            }
        }
        return new Agency(
                row.get("agency_id").asText(),
                row.get("agency_name").asText(),
                row.get("region").asText(),
                figures);
    }
}
