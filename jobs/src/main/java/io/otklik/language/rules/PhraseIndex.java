package io.otklik.language.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds in one pass which of up to 64 groups have a phrase in a text: a tree of words, in which a
 * word may be given by its beginning («не гор*»). A text costs a few look-ups a word however many
 * phrases there are.
 */
final class PhraseIndex {

    private static final int SHORTEST_BEGINNING = 2;

    private final Node root = new Node();

    /**
     * Adds a phrase to a group.
     *
     * @throws IllegalArgumentException with a sentence if it is none
     */
    void add(int group, String phrase) {
        Node node = root;
        for (String written : phrase.strip().split("\\s+")) {
            boolean beginning = written.endsWith("*");
            String word = beginning ? written.substring(0, written.length() - 1) : written;
            node = beginning ? node.beginning(plain(word, phrase)) : node.word(plain(word, phrase));
        }
        node.groups |= 1L << group;
    }

    /** Bit set of the groups that have a phrase beginning at a word. */
    long at(List<String> words, int at) {
        return root.below(words, at);
    }

    private static String plain(String word, String phrase) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = Character.toLowerCase(word.charAt(i));
            boolean inner = c == '-' && i > 0 && i + 1 < word.length();
            if (!Character.isLetterOrDigit(c) && c != '+' && !inner) {
                throw new IllegalArgumentException(
                        "«%s» is no phrase: write words with spaces between them."
                                .formatted(phrase));
            }
            plain.append(c == 'ё' ? 'е' : c);
        }
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("A phrase has no words.");
        }
        return plain.toString();
    }

    private static final class Node {
        private final Map<String, Node> byWord = new HashMap<>();

        /** Next words given by their beginning, by its first two letters. */
        private final Map<Integer, List<Beginning>> byBeginning = new HashMap<>();

        private long groups;

        private Node word(String word) {
            return byWord.computeIfAbsent(word, key -> new Node());
        }

        private Node beginning(String text) {
            if (text.length() < SHORTEST_BEGINNING) {
                throw new IllegalArgumentException(
                        "The beginning «%s*» is too short to tell words apart.".formatted(text));
            }
            List<Beginning> alike =
                    byBeginning.computeIfAbsent(firstTwo(text), key -> new ArrayList<>());
            for (Beginning beginning : alike) {
                if (beginning.text.equals(text)) {
                    return beginning.next;
                }
            }
            Beginning added = new Beginning(text, new Node());
            alike.add(added);
            return added.next;
        }

        private long below(List<String> words, int at) {
            if (at >= words.size()) {
                return groups;
            }
            long found = groups;
            String word = words.get(at);
            if (!byWord.isEmpty()) {
                Node next = byWord.get(word);
                found |= next == null ? 0 : next.below(words, at + 1);
            }
            if (!byBeginning.isEmpty() && word.length() >= SHORTEST_BEGINNING) {
                List<Beginning> alike = byBeginning.get(firstTwo(word));
                for (int i = 0; alike != null && i < alike.size(); i++) {
                    Beginning beginning = alike.get(i);
                    if (word.startsWith(beginning.text)) {
                        found |= beginning.next.below(words, at + 1);
                    }
                }
            }
            return found;
        }

        private static int firstTwo(String word) {
            return word.charAt(0) << Character.SIZE | word.charAt(1);
        }
    }

    private record Beginning(String text, Node next) {}
}
