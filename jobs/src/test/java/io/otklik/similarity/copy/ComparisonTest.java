package io.otklik.similarity.copy;

import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.WordWeights;
import io.otklik.similarity.Words;
import io.otklik.similarity.evaluate.PlantedCopies;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A comparison by what is made ready once decides as the rule does by the sketches alone. */
class ComparisonTest {

    private final Tokenizer tokenizer = new Tokenizer();
    private final Sketcher sketcher = new Sketcher();

    @Test
    void plantedCopiesAndOtherTextsAreToldAsTheRuleTellsThem() {
        List<Sketch> sketches = new ArrayList<>();
        for (PlantedCopies.Text text :
                new PlantedCopies(PlantedCopies.written(7), 20, 3).texts(700)) {
            Sketch sketch = sketch(text.written());
            if (sketch != null && sketch.words().length >= Sketcher.LEAST_FOR_NEAR) {
                sketches.add(sketch);
            }
        }

        assertThat(copiesAmong(sketches)).isBetween(5_000, sketches.size() * sketches.size() / 10);
    }

    @Test
    void aPairThatStandsOftenCountsOnce() {
        String refrain = "вода течёт ";
        String verse = "насос станция котельная бригада участок посёлок";

        copiesAmong(
                List.of(
                        sketch(refrain.repeat(9) + verse),
                        sketch(refrain + verse),
                        sketch(refrain.repeat(40)),
                        sketch(verse + ' ' + verse + ' ' + verse)));
    }

    @Test
    void longTextsOfWhichAPartIsKeptAreCopiesToo() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("слово").append((char) ('а' + i % 32)).append((char) ('а' + i / 32));
            text.append(' ');
        }
        Sketch whole = sketch(text.toString());
        Sketch cut = sketch(text.substring(0, text.length() * 3 / 4));
        Sketch part = sketch(text.substring(0, 700));

        assertThat(whole.thinning()).isPositive();
        assertThat(part.thinning()).isZero();
        assertThat(copiesAmong(List.of(whole, cut, part))).isGreaterThan(3);
    }

    /** How many pairs of texts, in both orders and each with itself, are copies. */
    private static int copiesAmong(List<Sketch> sketches) {
        int copies = 0;
        for (Sketch one : sketches) {
            Comparison comparison = Comparison.of(one);
            for (Sketch other : sketches) {
                boolean expected = CopyRule.copies(other, one);
                assertThat(comparison.copies(other, other.glimpse()))
                        .as("%s and %s", one, other)
                        .isEqualTo(expected);
                assertThat(comparison.mayCopy(other.glimpse()) || !expected).isTrue();
                copies += expected ? 1 : 0;
            }
        }
        return copies;
    }

    private Sketch sketch(String text) {
        return sketcher.sketch(Words.of(tokenizer.read(text), WordWeights.bundled()));
    }
}
