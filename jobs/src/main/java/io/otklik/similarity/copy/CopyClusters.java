package io.otklik.similarity.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The clusters of a set of texts, all at once: texts that draw alike in a lot and are copies by the
 * rule belong together, and so do those they lead to. What the job computes piece by piece.
 */
public final class CopyClusters {

    private final int[] parents;
    private long compared;

    private CopyClusters(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /**
     * Clusters of sketches; a null one is alone.
     *
     * @return for each the number of its cluster's first member
     */
    public static CopyClusters of(List<Sketch> sketches) {
        CopyClusters clusters = new CopyClusters(sketches.size());
        Map<Long, Integer> texts = new HashMap<>();
        Map<Long, List<Integer>> buckets = new HashMap<>();
        for (int i = 0; i < sketches.size(); i++) {
            Sketch sketch = sketches.get(i);
            if (sketch == null) {
                continue;
            }
            Integer same = texts.putIfAbsent(sketch.textId(), i);
            if (same != null) {
                clusters.join(same, i);
                continue;
            }
            for (int lot = 0; lot < sketch.lots(); lot++) {
                List<Integer> bucket =
                        buckets.computeIfAbsent(sketch.bucket(lot), key -> new ArrayList<>());
                for (int other : bucket) {
                    clusters.compare(other, sketches.get(other), i, sketch, lot);
                }
                bucket.add(i);
            }
        }
        return clusters;
    }

    private void compare(int other, Sketch known, int now, Sketch sketch, int lot) {
        if (known.firstCommonLot(sketch) == lot) {
            compared++;
            if (CopyRule.copies(known, sketch)) {
                join(other, now);
            }
        }
    }

    /** The number of the first member of the cluster that a text is in. */
    public int clusterOf(int text) {
        int root = text;
        while (parents[root] != root) {
            root = parents[root];
        }
        parents[text] = root;
        return root;
    }

    /** How many pairs of texts were compared. */
    public long compared() {
        return compared;
    }

    private void join(int a, int b) {
        int first = clusterOf(a);
        int second = clusterOf(b);
        parents[Math.max(first, second)] = Math.min(first, second);
    }
}
