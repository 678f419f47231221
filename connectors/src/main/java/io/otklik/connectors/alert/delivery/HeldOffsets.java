package io.otklik.connectors.alert.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Offsets of alerts that have to be read again after a restart, by partition. */
final class HeldOffsets {

    private final Map<Integer, TreeMap<Long, Integer>> counts = new HashMap<>();

    void hold(int partition, long offset) {
        counts.computeIfAbsent(partition, key -> new TreeMap<>()).merge(offset, 1, Integer::sum);
    }

    void release(int partition, long offset) {
        counts.get(partition)
                .computeIfPresent(offset, (key, count) -> count == 1 ? null : count - 1);
    }

    OptionalLong first(int partition) {
        TreeMap<Long, Integer> held = counts.get(partition);
        return held == null || held.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(held.firstKey());
    }

    void drop(int partition) {
        counts.remove(partition);
    }
}
