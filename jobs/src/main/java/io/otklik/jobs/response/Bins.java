package io.otklik.jobs.response;

import java.util.Arrays;
import java.util.List;

/**
 * A histogram: how many values fell into each bin. Bins add up and take back: a count below zero is
 * a value that is to be taken back, a bin of zero is none.
 *
 * @param indexes of the bins that are not empty, ascending
 * @param counts of these bins
 */
public record Bins(int[] indexes, int[] counts) {

    static final Bins EMPTY = new Bins(new int[0], new int[0]);

    static Bins of(int index, int count) {
        return new Bins(new int[] {index}, new int[] {count});
    }

    Bins plus(Bins other) {
        if (other.indexes.length == 0) {
            return this;
        }
        int[] mergedIndexes = new int[indexes.length + other.indexes.length];
        int[] mergedCounts = new int[mergedIndexes.length];
        int size = 0;
        int a = 0;
        int b = 0;
        while (a < indexes.length || b < other.indexes.length) {
            int index;
            int count;
            if (b == other.indexes.length || a < indexes.length && indexes[a] < other.indexes[b]) {
                index = indexes[a];
                count = counts[a++];
            } else if (a == indexes.length || indexes[a] > other.indexes[b]) {
                index = other.indexes[b];
                count = other.counts[b++];
            } else {
                index = indexes[a];
                count = counts[a++] + other.counts[b++];
            }
            if (count != 0) {
                mergedIndexes[size] = index;
                mergedCounts[size++] = count;
            }
        }
        return new Bins(Arrays.copyOf(mergedIndexes, size), Arrays.copyOf(mergedCounts, size));
    }

    /** Whether more values are to be taken back from a bin than it holds. */
    boolean lacks(Bins difference) {
        for (int i = 0; i < difference.indexes.length; i++) {
            if (difference.counts[i] < 0) {
                int at = Arrays.binarySearch(indexes, difference.indexes[i]);
                if (difference.counts[i] + (at < 0 ? 0 : counts[at]) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    int total() {
        return Arrays.stream(counts).sum();
    }

    boolean isEmpty() {
        return indexes.length == 0;
    }

    /**
     * The bin that holds the value of a rank, counted from 0; null if there is none, as where as
     * much was taken back as was added, or more.
     */
    Integer indexAtRank(int rank) {
        boolean holdsAny = total() > 0;
        int seen = 0;
        for (int i = 0; holdsAny && i < indexes.length; i++) {
            seen += counts[i];
            if (seen > rank) {
                return indexes[i];
            }
        }
        return null;
    }

    List<Integer> indexList() {
        return Arrays.stream(indexes).boxed().toList();
    }

    List<Integer> countList() {
        return Arrays.stream(counts).boxed().toList();
    }
}
