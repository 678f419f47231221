package io.otklik.connectors.alert.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts of outcomes and of what waits, for Prometheus and for a summary. Thread-safe. */
public final class Figures {

    private final Map<String, Map<Outcome, LongAdder>> counts = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> waiting = new ConcurrentSkipListMap<>();

    void count(String recipient, Outcome outcome) {
        counts.computeIfAbsent(recipient, key -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(outcome, key -> new LongAdder())
                .increment();
    }

    void waiting(String recipient, int messages) {
        waiting.put(recipient, messages);
    }

    /** How often the outcome came about for all recipients. */
    public long total(Outcome outcome) {
        return counts.values().stream()
                .mapToLong(one -> one.containsKey(outcome) ? one.get(outcome).sum() : 0)
                .sum();
    }

    /** Prometheus' text format. */
    public String prometheus() {
        StringBuilder text =
                new StringBuilder(
                        "# HELP otklik_notify_total Messages and alerts by outcome.\n"
                                + "# TYPE otklik_notify_total counter\n");
        counts.forEach(
                (recipient, outcomes) ->
                        outcomes.forEach(
                                (outcome, count) ->
                                        text.append(
                                                "otklik_notify_total{recipient=\"%s\",outcome=\"%s\"} %d\n"
                                                        .formatted(
                                                                recipient,
                                                                outcome.label(),
                                                                count.sum()))));
        text.append(
                "# HELP otklik_notify_waiting Messages that wait to be sent.\n"
                        + "# TYPE otklik_notify_waiting gauge\n");
        waiting.forEach(
                (recipient, messages) ->
                        text.append(
                                "otklik_notify_waiting{recipient=\"%s\"} %d\n"
                                        .formatted(recipient, messages)));
        return text.toString();
    }
}
