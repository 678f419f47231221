package io.otklik.similarity.copy;

import io.otklik.similarity.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The clusters of a set of texts, all at once: texts that draw a pair in common and are copies by
 * the rule belong together, and so do those they lead to. What the job computes piece by piece.
 */
public final class CopyClusters {

    private final int[] parents;

    private CopyClusters(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /**
     * Clusters of texts.
     *
     * @return for each the number of its cluster's first member
     */
    public static CopyClusters of(List<Words> texts) {
        CopyClusters clusters = new CopyClusters(texts.size());
        Sketcher sketcher = new Sketcher();
        List<Sketch> sketches = new ArrayList<>();
        Map<Long, Integer> known = new HashMap<>();
        Map<Long, List<Integer>> buckets = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Sketch sketch = sketcher.sketch(texts.get(i));
            sketches.add(sketch);
            long[] drawn = sketcher.buckets(texts.get(i));
            if (drawn.length == 0) {
                continue;
            }
            Integer same = known.putIfAbsent(sketch.textId(), i);
            if (same != null) {
                clusters.join(same, i);
                continue;
            }
            for (long bucket : drawn) {
                List<Integer> others = buckets.computeIfAbsent(bucket, key -> new ArrayList<>());
                for (int other : others) {
                    if (clusters.clusterOf(other) != clusters.clusterOf(i)
                            && CopyRule.copies(sketches.get(other), sketch)) {
                        clusters.join(other, i);
                    }
                }
                others.add(i);
            }
        }
        return clusters;
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

    private void join(int a, int b) {
        int first = clusterOf(a);
        int second = clusterOf(b);
        parents[Math.max(first, second)] = Math.min(first, second);
    }
}
