package io.otklik.language.model;

import io.otklik.language.TextReader;
import io.otklik.language.rules.RuleBook;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class TextFeaturesTest {

    private static final RuleBook RULES = RuleBook.bundled();

    private final TextReader reader = new TextReader(RULES);

    @Test
    void aWordCountsByItselfForWhomItIsSaidTo() {
        Set<Integer> toNeighbour = spoken("[id1|Анна], когда начало");
        Set<Integer> toPage = spoken("[club1|Город], когда начало");

        assertThat(toNeighbour).hasSize(2);
        assertThat(toPage).hasSize(2).doesNotContainAnyElementsOf(toNeighbour);
    }

    @Test
    void aTextWithoutMentionIsSaidToNobody() {
        assertThat(spoken("Когда начало")).isEmpty();
    }

    private Set<Integer> spoken(String text) {
        Set<Integer> hashes = new HashSet<>();
        TextFeatures.ofMessage(
                reader.read(text),
                RULES,
                (type, hash, value, token) -> {
                    if (type == FeatureType.SPOKEN) {
                        hashes.add(hash);
                    }
                });
        return hashes;
    }
}
