package io.otklik.language.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Labelled threads parted by whether their file tells both what needs an answer and what does not.
 * An export of incidents holds nothing but what was taken on: its words can be learned from, but no
 * probability can be fitted to it.
 */
record OneSided(List<LabelledThread> bothSides, List<LabelledThread> oneSide) {

    private static final long SEED = 7;

    /**
     * Parts threads by their sources.
     *
     * @param others further threads that are learned from
     * @throws IllegalArgumentException if all of them together show one side only
     */
    static OneSided of(List<LabelledThread> threads, List<LabelledThread> others) {
        Map<String, List<LabelledThread>> bySource = new LinkedHashMap<>();
        for (LabelledThread thread : threads) {
            bySource.computeIfAbsent(thread.source(), source -> new ArrayList<>()).add(thread);
        }
        List<LabelledThread> both = new ArrayList<>();
        List<LabelledThread> one = new ArrayList<>();
        bySource.values().forEach(source -> (isOneSided(source) ? one : both).addAll(source));
        List<LabelledThread> all = new ArrayList<>(threads);
        all.addAll(others);
        if (isOneSided(all)) {
            throw new IllegalArgumentException(
                    "All labelled messages %s an answer: nothing can be learned from that alone; give labelled messages that %s too, such as a labelled wall."
                            .formatted(
                                    asking(all) > 0 ? "need" : "do not need",
                                    asking(all) > 0 ? "do not" : "do"));
        }
        return new OneSided(both, few(one, Math.max(asking(both), asking(others))));
    }

    /** So many that they do not outweigh what the others say of how common appeals are. */
    private static List<LabelledThread> few(List<LabelledThread> threads, long most) {
        if (threads.size() <= most) {
            return threads;
        }
        List<LabelledThread> shuffled = new ArrayList<>(threads);
        Collections.shuffle(shuffled, new Random(SEED));
        return List.copyOf(shuffled.subList(0, (int) most));
    }

    private static boolean isOneSided(List<LabelledThread> threads) {
        long asking = asking(threads);
        return asking == 0 || asking == residents(threads);
    }

    private static long asking(List<LabelledThread> threads) {
        return threads.stream()
                .flatMap(thread -> thread.messages().stream())
                .filter(message -> message.label() != null && message.label().kind().needsAnswer())
                .count();
    }

    private static long residents(List<LabelledThread> threads) {
        return threads.stream()
                .flatMap(thread -> thread.messages().stream())
                .filter(message -> message.label() != null && !message.isOfficial())
                .count();
    }
}
