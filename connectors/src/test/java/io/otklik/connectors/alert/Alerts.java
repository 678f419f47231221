package io.otklik.connectors.alert;

import io.otklik.schemas.Alert;
import io.otklik.schemas.AlertKind;
import io.otklik.schemas.SlaMetric;
import io.otklik.schemas.Urgency;

import java.time.Duration;
import java.time.Instant;

/** Alerts for tests, written step by step. */
public final class Alerts {

    public static final Instant RAISED = Instant.parse("2026-11-25T09:30:00Z");

    private String id;
    private AlertKind kind = AlertKind.OVERDUE;
    private int level;
    private String agency = "zarechny";
    private String agencyName = "Администрация Заречного округа";
    private String subject = "vk:-9100_41_57";
    private String url = "https://vk.com/wall-9100_41?reply=57";
    private String text = "Второй день нет горячей воды на Садовой, 5";
    private Urgency urgency = Urgency.NORMAL;
    private Instant raisedAt = RAISED;
    private Instant clearedAt;
    private Long lateMillis;
    private boolean retracted;
    private long version = 1;

    private Alerts(String id) {
        this.id = id;
    }

    public static Alerts alert(String id) {
        return new Alerts(id);
    }

    public Alerts kind(AlertKind value) {
        kind = value;
        return this;
    }

    public Alerts level(int value) {
        level = value;
        return this;
    }

    public Alerts agency(String value) {
        agency = value;
        return this;
    }

    public Alerts agencyName(String value) {
        agencyName = value;
        return this;
    }

    public Alerts subject(String value) {
        subject = value;
        return this;
    }

    public Alerts url(String value) {
        url = value;
        return this;
    }

    public Alerts text(String value) {
        text = value;
        return this;
    }

    public Alerts urgency(Urgency value) {
        urgency = value;
        return this;
    }

    public Alerts raisedAt(Instant value) {
        raisedAt = value;
        return this;
    }

    /** Answered so long after the term. */
    public Alerts cleared(Duration late) {
        clearedAt = raisedAt.plus(late);
        lateMillis = late.toMillis();
        return this;
    }

    public Alerts retracted() {
        retracted = true;
        return this;
    }

    public Alerts version(long value) {
        version = value;
        return this;
    }

    public Alert get() {
        return new Alert(
                id,
                kind,
                SlaMetric.FIRST_RESPONSE,
                level,
                agency,
                agencyName,
                subject,
                "vk:-9100",
                "Заречный округ",
                url,
                "ЖКХ",
                urgency,
                text,
                raisedAt,
                raisedAt,
                clearedAt,
                lateMillis,
                retracted,
                version);
    }
}
