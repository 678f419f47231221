package io.otklik.local;

/** A part of the stack that is a process of its own. */
public enum Part {
    KAFKA("Kafka"),
    CLICKHOUSE("ClickHouse"),
    JOBMANAGER("Flink JobManager"),
    TASKMANAGER("Flink TaskManager"),
    NOTIFIER("Notifier");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** The name that people know. */
    public String title() {
        return title;
    }
}
