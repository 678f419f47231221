package io.otklik.connectors.clickhouse;

import io.otklik.connectors.json.NotPlainException;
import io.otklik.connectors.json.PlainJson;
import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertDelivery;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.AppealEvent;
import io.otklik.schemas.Audience;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Community;
import io.otklik.schemas.Copy;
import io.otklik.schemas.Counter;
import io.otklik.schemas.CounterKind;
import io.otklik.schemas.DeadLetter;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.Incident;
import io.otklik.schemas.Message;
import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.SlaPolicy;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import io.otklik.schemas.WorkCalendar;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;

/**
 * A table and the record whose components are its columns, in the same order and in snake_case. The
 * table's own further columns are derived by the server.
 */
public final class ClickHouseTable<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final ClickHouseTable<Message> MESSAGE =
            new ClickHouseTable<>(
                    "message",
                    Message.class,
                    CopyRule.with("authorId", "authorKind", "text", "publishedAt"));
    public static final ClickHouseTable<Counter> COUNTER =
            new ClickHouseTable<>("counter", Counter.class, CopyRule.without(CounterKind.CHANGE));
    public static final ClickHouseTable<Community> COMMUNITY =
            new ClickHouseTable<>("community", Community.class);
    public static final ClickHouseTable<SlaPolicy> SLA_POLICY =
            new ClickHouseTable<>("sla_policy", SlaPolicy.class, CopyRule.NEVER);
    public static final ClickHouseTable<WorkCalendar> WORK_CALENDAR =
            new ClickHouseTable<>("work_calendar", WorkCalendar.class, CopyRule.NEVER);
    public static final ClickHouseTable<Appeal> APPEAL =
            new ClickHouseTable<>("appeal", Appeal.class);
    public static final ClickHouseTable<AppealEvent> APPEAL_EVENT =
            new ClickHouseTable<>("appeal_event", AppealEvent.class);
    public static final ClickHouseTable<Alert> ALERT = new ClickHouseTable<>("alert", Alert.class);
    public static final ClickHouseTable<AlertDelivery> ALERT_DELIVERY =
            new ClickHouseTable<>("alert_delivery", AlertDelivery.class);
    public static final ClickHouseTable<Incident> INCIDENT =
            new ClickHouseTable<>("incident", Incident.class);
    public static final ClickHouseTable<ResponseWindow> RESPONSE_WINDOW =
            new ClickHouseTable<>("response_window", ResponseWindow.class);
    public static final ClickHouseTable<Claim> CLAIM = new ClickHouseTable<>("claim", Claim.class);
    public static final ClickHouseTable<Verdict> VERDICT =
            new ClickHouseTable<>(
                    "verdict",
                    Verdict.class,
                    CopyRule.without(VerdictStep.REGISTERED, VerdictStep.RATED));
    public static final ClickHouseTable<Suspicion> SUSPICION =
            new ClickHouseTable<>("suspicion", Suspicion.class);
    public static final ClickHouseTable<Copy> COPY = new ClickHouseTable<>("copy", Copy.class);
    public static final ClickHouseTable<Audience> AUDIENCE =
            new ClickHouseTable<>("audience", Audience.class, CopyRule.NEVER);
    public static final ClickHouseTable<EngagementWindow> ENGAGEMENT =
            new ClickHouseTable<>("engagement", EngagementWindow.class);
    public static final ClickHouseTable<DeadLetter> DEAD_LETTER =
            new ClickHouseTable<>("dead_letter", DeadLetter.class);

    private final String name;
    private final Class<T> type;
    private final CopyRule copyRule;
    private transient ColumnType.Row row;

    private ClickHouseTable(String name, Class<T> type) {
        this(name, type, CopyRule.BY_ANNOTATIONS);
    }

    private ClickHouseTable(String name, Class<T> type, CopyRule copyRule) {
        this.name = name;
        this.type = type;
        this.copyRule = copyRule;
        this.row = ColumnType.Row.of(type, copyRule);
    }

    /** Every table that a job fills. */
    public static List<ClickHouseTable<?>> all() {
        return List.of(
                MESSAGE,
                COUNTER,
                COMMUNITY,
                SLA_POLICY,
                WORK_CALENDAR,
                APPEAL,
                APPEAL_EVENT,
                ALERT,
                ALERT_DELIVERY,
                INCIDENT,
                RESPONSE_WINDOW,
                CLAIM,
                VERDICT,
                SUSPICION,
                COPY,
                AUDIENCE,
                ENGAGEMENT,
                DEAD_LETTER);
    }

    public String name() {
        return name;
    }

    public Class<T> type() {
        return type;
    }

    public List<String> columnNames() {
        return columns().stream().map(Column::name).toList();
    }

    List<Column> columns() {
        return row.columns();
    }

    /** Appends one row; a value that cannot be written leaves nothing behind. */
    void write(T record, RowBinaryBuffer out) {
        int before = out.length();
        try {
            row.write(record, out);
        } catch (RuntimeException e) {
            out.truncate(before);
            throw new IllegalArgumentException(
                    "No row of table " + name + " can be made of a " + type.getSimpleName() + ".",
                    e);
        }
    }

    /**
     * Appends the row of a record's JSON; appends nothing and returns false if a record has to be
     * made of it first.
     */
    boolean copy(PlainJson in, byte[] json, RowBinaryBuffer out) {
        if (!copyRule.copies()) {
            return false;
        }
        int before = out.length();
        try {
            in.begin(json);
            row.copy(in, out);
            if (in.isAtEnd()) {
                return true;
            }
        } catch (NotPlainException e) {
            // As good as false.
        }
        out.truncate(before);
        return false;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        row = ColumnType.Row.of(type, copyRule);
    }

    @Override
    public String toString() {
        return name;
    }
}
