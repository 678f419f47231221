package io.otklik.cli.bench;

import java.util.Collection;

/**
 * From an event in Kafka to its row in ClickHouse.
 *
 * @param rows rows that were waited for and seen
 * @param missing rows that were not seen in time
 */
record Latency(String row, int rows, int missing, long p50Millis, long p99Millis, long maxMillis) {

    static Latency of(String row, Collection<Long> millis, int missing) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Latency(
                row,
                sorted.length,
                missing,
                rank(sorted, 0.50),
                rank(sorted, 0.99),
                rank(sorted, 1));
    }

    /** The smallest value that at least this part of the values does not exceed. */
    private static long rank(long[] sorted, double part) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.min(sorted.length - 1, Math.max(0, index))];
    }

    @Override
    public String toString() {
        return "%s: %d rows (%d missing), p50 %d ms, p99 %d ms, max %d ms"
                .formatted(row, rows, missing, p50Millis, p99Millis, maxMillis);
    }
}
