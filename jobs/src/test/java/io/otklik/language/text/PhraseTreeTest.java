package io.otklik.language.text;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class PhraseTreeTest {

    /** Few letters, so that words begin alike, phrases overlap and the tree has to grow. */
    private static final String LETTERS = "абв";

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<String> found = new ArrayList<>();

    private record Phrase(List<String> words, List<Boolean> beginnings) {

        boolean standsAt(List<String> text, int at) {
            if (at + words.size() > text.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                String word = text.get(at + i);
                if (beginnings.get(i)
                        ? !word.startsWith(words.get(i))
                        : !word.equals(words.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void findsWhatComparingEachPhraseAtEachWordFinds() {
        for (int round = 0; round < 200; round++) {
            PhraseTree tree = new PhraseTree();
            List<Phrase> phrases = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(300); i++) {
                Phrase phrase = phrase();
                int number = tree.add(phrase.words, phrase.beginnings);
                assertThat(number).isEqualTo(place(phrases, phrase));
            }
            for (int i = 0; i < 20; i++) {
                List<String> text = words(random.nextInt(12));
                assertThat(found(tree, text))
                        .containsExactlyInAnyOrderElementsOf(naively(phrases, text));
            }
        }
    }

    @Test
    void tellsWordsFromBeginnings() {
        PhraseTree tree = new PhraseTree();
        tree.add(List.of("дом"), List.of(false));
        tree.add(List.of("дом"), List.of(true));
        tree.add(List.of("не", "гор"), List.of(false, true));
        assertThat(found(tree, List.of("домофон", "не", "горит", "дом")))
                .containsExactly("1 at 0", "2 at 1", "1 at 3", "0 at 3");
    }

    @Test
    void findsNothingInNothing() {
        PhraseTree tree = new PhraseTree();
        assertThat(found(tree, List.of("слово"))).isEmpty();
        tree.add(List.of("слово"), List.of(false));
        assertThat(found(tree, List.of())).isEmpty();
    }

    private List<String> found(PhraseTree tree, List<String> text) {
        found.clear();
        tree.find(text, (phrase, at) -> found.add(phrase + " at " + at));
        return found;
    }

    private static List<String> naively(List<Phrase> phrases, List<String> text) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < text.size(); at++) {
            for (int i = 0; i < phrases.size(); i++) {
                if (phrases.get(i).standsAt(text, at)) {
                    found.add(i + " at " + at);
                }
            }
        }
        return found;
    }

    /** The place of a phrase in a list to which it is added if it is new. */
    private static int place(List<Phrase> phrases, Phrase phrase) {
        if (!phrases.contains(phrase)) {
            phrases.add(phrase);
        }
        return phrases.indexOf(phrase);
    }

    private Phrase phrase() {
        List<String> words = words(1 + random.nextInt(3));
        return new Phrase(words, words.stream().map(word -> random.nextBoolean()).toList());
    }

    private List<String> words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(4); length > 0; length--) {
                word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            words.add(word.toString());
        }
        return words;
    }
}
