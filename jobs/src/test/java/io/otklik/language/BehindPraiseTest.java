package io.otklik.language;

import io.otklik.language.text.Tokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BehindPraiseTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Спасибо что починили, но свет опять пропал => свет опять пропал",
                "Спасибо за заботу, сидим без воды => сидим без воды",
                "Молодцы! Только про Лесную забыли => про Лесную забыли",
                "Красиво сделали но темно вечером => темно вечером",
                "Хорошее дело. А скамейки будут? => скамейки будут?"
            })
    void whatIsReallySaidIsReadByItself(String text, String part) {
        assertThat(parts(text)).containsExactly(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Спасибо!", "Спасибо большое за двор", "Фонари не горят, но темно", ""})
    void nothingStandsBehind(String text) {
        assertThat(parts(text)).isEmpty();
    }

    private static List<String> parts(String text) {
        return BehindPraise.of(new Tokenizer().read(text)).stream()
                .map(BehindPraise.Part::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Молодцы! Только про Лесную забыли => true",
                "Спасибо! Теперь светло => false",
                "Спасибо! Вот теперь порядок => false"
            })
    void tellsWhetherTheTextTurns(String text, boolean turns) {
        assertThat(BehindPraise.of(new Tokenizer().read(text)))
                .extracting(BehindPraise.Part::turns)
                .containsExactly(turns);
    }
}
