package io.otklik.cli.appeals;

import io.otklik.cli.Sql;
import io.otklik.schemas.AppealStatus;

import java.util.ArrayList;
import java.util.List;

/**
 * Which appeals are asked for.
 *
 * @param agencyId null: of every authority
 * @param status null: in any state
 * @param overdue whether only those past their next deadline
 * @param limit how many lines at most
 */
public record AppealQuestion(String agencyId, AppealStatus status, boolean overdue, int limit) {

    /** The most urgent first: what is overdue longest, then what is due next, then the newest. */
    public String sql() {
        List<String> conditions = new ArrayList<>();
        if (agencyId != null) {
            conditions.add("agency_id = " + Sql.text(agencyId));
        }
        if (status != null) {
            conditions.add("status = " + Sql.text(status.name()));
        }
        if (overdue) {
            conditions.add("due_at < now64(3, 'UTC')");
        }
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return AppealLine.select()
                + where
                + " ORDER BY due_at ASC NULLS LAST, published_at DESC, appeal_id LIMIT "
                + limit;
    }
}
