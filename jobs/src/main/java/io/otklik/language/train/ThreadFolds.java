package io.otklik.language.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Splits threads into parts of about the same number of labelled messages. Threads in which the
 * same longer text stands go into the same part, so that no text is both learned and asked.
 */
final class ThreadFolds {

    /** Shorter texts («Спасибо!») repeat by chance and tie nothing together. */
    private static final int SHORTEST_TELLING_TEXT = 40;

    private ThreadFolds() {}

    /** The parts; the same threads and seed give the same parts. */
    static List<List<LabelledThread>> split(List<LabelledThread> threads, int parts, long seed) {
        List<List<LabelledThread>> groups = groups(threads);
        Collections.shuffle(groups, new Random(seed));
        List<List<LabelledThread>> split = new ArrayList<>();
        long[] sizes = new long[parts];
        for (int i = 0; i < parts; i++) {
            split.add(new ArrayList<>());
        }
        for (List<LabelledThread> group : groups) {
            int smallest = 0;
            for (int i = 1; i < parts; i++) {
                smallest = sizes[i] < sizes[smallest] ? i : smallest;
            }
            split.get(smallest).addAll(group);
            sizes[smallest] += group.stream().mapToLong(LabelledThread::labelled).sum();
        }
        return split;
    }

    /**
     * Those of some threads that share neither a labelled message nor a longer labelled text with
     * others.
     */
    static List<LabelledThread> apart(List<LabelledThread> threads, List<LabelledThread> others) {
        Set<String> taken = new HashSet<>();
        others.forEach(thread -> taken.addAll(tellingKeys(thread)));
        return threads.stream()
                .filter(thread -> Collections.disjoint(tellingKeys(thread), taken))
                .toList();
    }

    private static Set<String> tellingKeys(LabelledThread thread) {
        Set<String> keys = new HashSet<>();
        for (LabelledMessage message : thread.messages()) {
            String text = text(message);
            if (message.label() != null) {
                keys.add(message.id() + "\n" + text);
                if (text.length() >= SHORTEST_TELLING_TEXT) {
                    keys.add(text);
                }
            }
        }
        return keys;
    }

    private static String text(LabelledMessage message) {
        return message.text().strip().toLowerCase(Locale.ROOT);
    }

    private static List<List<LabelledThread>> groups(List<LabelledThread> threads) {
        int[] parent = new int[threads.size()];
        Map<String, Integer> firstWith = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (LabelledMessage message : threads.get(i).messages()) {
                String text = text(message);
                if (message.label() != null && text.length() >= SHORTEST_TELLING_TEXT) {
                    Integer other = firstWith.putIfAbsent(text, i);
                    if (other != null) {
                        parent[root(parent, i)] = root(parent, other);
                    }
                }
            }
        }
        Map<Integer, List<LabelledThread>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), root -> new ArrayList<>()).add(threads.get(i));
        }
        return new ArrayList<>(groups.values());
    }

    private static int root(int[] parent, int of) {
        int root = of;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }
}
