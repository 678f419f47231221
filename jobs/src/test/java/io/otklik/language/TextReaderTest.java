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

    private boolean has(String text, Sign sign) {
        return reader.read(text).bare().has(sign);
    }
}
