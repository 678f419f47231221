package io.otklik.local;

/** A part of the stack that is a process of its own. */
public enum Part {
    KAFKA("Kafka"),
    CLICKHOUSE("ClickHouse"),
    JOBMANAGER("Flink JobManager"),
    TASKMANAGER("Flink TaskManager"),
    NOTIFIER("Notifier"),
    GRAFANA("Grafana");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** Whether a stack may do without it. */
    boolean isOptional() {
        return this == NOTIFIER || this == GRAFANA;
    }

    /** The name that people know. */
    public String title() {
        return title;
    }
}
