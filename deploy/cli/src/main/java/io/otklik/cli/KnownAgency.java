package io.otklik.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells an authority of which there is nothing to list from one that is wrongly written. */
final class KnownAgency {

    private static final int SHOWN = 12;

    private KnownAgency() {}

    /** An authority's id. */
    private record Id(String id, boolean asked) {}

    /**
     * @throws CommandException if neither the register nor any appeal names the authority
     */
    static void require(Sql sql, String agencyId) throws IOException {
        String select =
                """
                SELECT DISTINCT agency_id AS id, CAST(agency_id = %s AS Bool) AS asked FROM
                (
                    SELECT agency_id FROM v_community
                    UNION ALL
                    SELECT agency_id FROM v_appeal
                )
                WHERE agency_id != '' ORDER BY asked DESC, id LIMIT %d"""
                        .formatted(Sql.text(agencyId), SHOWN + 1);
        List<String> ids = new ArrayList<>();
        try (Sql.Rows<Id> rows = sql.rows(Id.class, select)) {
            for (Id row = rows.next(); row != null; row = rows.next()) {
                if (row.asked()) {
                    return;
                }
                ids.add(row.id());
            }
        }
        boolean more = ids.size() > SHOWN;
        throw CommandException.wrongInput(
                ids.isEmpty()
                        ? "Ведомства «%s» нет: реестр пуст, и обращений нет.".formatted(agencyId)
                        : "Ведомства «%s» нет; есть %s%s, названия и адреса: otklik registry list."
                                .formatted(
                                        agencyId,
                                        String.join(", ", more ? ids.subList(0, SHOWN) : ids),
                                        more ? " и другие" : ""));
    }
}
