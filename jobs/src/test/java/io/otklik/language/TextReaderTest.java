package io.otklik.language;

import io.otklik.language.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextReaderTest {

    private final TextReader reader = new TextReader(RuleBook.bundled());

    @ParameterizedTest
    @ValueSource(
            strings = {"Яма на Садовой 5", "у дома 12 темно", "живу по адресу ул. 9 Января, д. 3"})
    void anAddressShowsByANameOrAKindBesideANumber(String text) {
        assertThat(has(text, Sign.ADDRESS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Уже 5 дней нет воды", "Лесная опять без света", "2 года ждём", "Мира 1"})
    void aNumberAloneOrTheFirstWordIsNoAddress(String text) {
        assertThat(has(text, Sign.ADDRESS)).isFalse();
    }

    @Test
    void withoutAnyMarkAQuestionShowsByItsWordsAlone() {
        assertThat(has("когда дадут воду на садовой", Sign.UNMARKED)).isTrue();
        assertThat(has("[id1|Анна], когда дадут воду", Sign.UNMARKED)).isTrue();
        assertThat(has("когда дадут воду?", Sign.UNMARKED)).isFalse();
        assertThat(has("Ждём, надеемся и верим", Sign.UNMARKED)).isFalse();
        assertThat(has("ну да", Sign.UNMARKED)).isFalse();
    }

    @Test
    void fewWordsMayEndAsAQuestionDoes() {
        assertThat(has("салют будет", Sign.SHORT_ASKING)).isTrue();
        assertThat(has("Каток платный", Sign.SHORT_ASKING)).isTrue();
        assertThat(has("Каток платный?", Sign.SHORT_ASKING)).isFalse();
        assertThat(has("будет", Sign.SHORT_ASKING)).isFalse();
        assertThat(has("будет салют", Sign.SHORT_ASKING)).isFalse();
        assertThat(has("сказали что завтра утром тоже будет", Sign.SHORT_ASKING)).isFalse();
    }

    @Test
    void aFrameIsLeftOutAndLeavesASign() {
        assertThat(has("Здравствуйте! Яма на Садовой 5", Sign.FRAMED)).isTrue();
        assertThat(has("Яма на Садовой 5", Sign.FRAMED)).isFalse();
        assertThat(has("Яма на Садовой 5 https://vk.com/photo-1_2", Sign.LINK)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Спасибо, но фонари на аллее так и не горят",
                "Молодцы конечно, а детскую площадку когда сделаете",
                "Очень красиво сделали! Только фонари не горят",
                "спасибо но фонари не горят"
            })
    void praiseMayTurnIntoAComplaint(String text) {
        assertThat(has(text, Sign.PRAISE_THEN_BUT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Спасибо!",
                "Молодцы, а вы",
                "Не работает лифт, но спасибо",
                "Спасибо за то что ездите не только в центр города"
            })
    void praiseAloneDoesNotTurn(String text) {
        assertThat(has(text, Sign.PRAISE_THEN_BUT)).isFalse();
    }

    private boolean has(String text, Sign sign) {
        return reader.read(text).bare().has(sign);
    }
}
