package io.otklik.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds in one pass which groups have a phrase in a text. Phrases are found by their first word, so
 * that a text costs a few look-ups a word however many phrases there are.
 */
final class PhraseIndex {

    private static final int SHORTEST_PREFIX = 2;

    private final Map<String, List<Phrase>> byWord = new HashMap<>();

    /** Phrases whose first word is given by its beginning, by the beginning's first letters. */
    private final Map<Integer, List<Phrase>> byStart = new HashMap<>();

    private final int groups;

    PhraseIndex(List<List<String>> phrasesOfGroups) {
        this.groups = phrasesOfGroups.size();
        for (int group = 0; group < groups; group++) {
            for (String text : phrasesOfGroups.get(group)) {
                add(new Phrase(group, parts(text)));
            }
        }
    }

    /** For each group, whether one of its phrases stands in the words. */
    boolean[] find(List<String> words) {
        boolean[] found = new boolean[groups];
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            mark(byWord.get(word), words, at, found);
            if (word.length() >= SHORTEST_PREFIX) {
                mark(byStart.get(start(word)), words, at, found);
            }
        }
        return found;
    }

    private static void mark(List<Phrase> phrases, List<String> words, int at, boolean[] found) {
        if (phrases == null) {
            return;
        }
        for (Phrase phrase : phrases) {
            if (!found[phrase.group] && phrase.standsAt(words, at)) {
                found[phrase.group] = true;
            }
        }
    }

    private void add(Phrase phrase) {
        Part first = phrase.parts.get(0);
        if (first.prefix && first.text.length() < SHORTEST_PREFIX) {
            throw new IllegalArgumentException(
                    "The beginning «" + first.text + "*» is too short to tell words apart.");
        }
        List<Phrase> same =
                first.prefix
                        ? byStart.computeIfAbsent(start(first.text), key -> new ArrayList<>())
                        : byWord.computeIfAbsent(first.text, key -> new ArrayList<>());
        same.add(phrase);
    }

    private static int start(String word) {
        return word.charAt(0) << Character.SIZE | word.charAt(1);
    }

    private static List<Part> parts(String phrase) {
        List<Part> parts = new ArrayList<>();
        for (String written : phrase.trim().split("\\s+")) {
            boolean prefix = written.endsWith("*");
            List<String> words =
                    Words.of(prefix ? written.substring(0, written.length() - 1) : written);
            if (words.size() != 1) {
                throw new IllegalArgumentException(
                        "«" + phrase + "» is no phrase: write words with spaces between them.");
            }
            parts.add(new Part(words.get(0), prefix));
        }
        return List.copyOf(parts);
    }

    private record Part(String text, boolean prefix) {
        boolean matches(String word) {
            return prefix ? word.startsWith(text) : word.equals(text);
        }
    }

    private record Phrase(int group, List<Part> parts) {
        boolean standsAt(List<String> words, int at) {
            if (at + parts.size() > words.size()) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).matches(words.get(at + i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
