package io.otklik.language.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeenTest {

    @ParameterizedTest
    @CsvSource({
        "Meтeльнaя, Метельная",
        "к 3 cентября, к 3 сентября",
        "Работаем c 9 мая, Работаем с 9 мая",
        "ул. Бeлгopoдская, ул. Белгородская",
    })
    void writesRussianLettersForLatinOnesDrawnAlike(String text, String seen) {
        assertThat(Seen.of(text)).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VK-группа", "https://example.org/о", "дом 3c", "Wi-Fi есть", "план B"})
    void leavesWhatMeansItself(String text) {
        assertThat(Seen.of(text)).isSameAs(text);
    }

    @Test
    void keepsTheLengthWhereOnlyLettersAreMended() {
        assertThat(Seen.inRussian("дo 5 мaя")).hasSize("дo 5 мaя".length()).isEqualTo("до 5 мая");
    }

    /** In time that grows as the text does: by its square it would be minutes. */
    @Test
    @Timeout(10)
    void readsThroughAWordOfAnyLength() {
        String latin = "ao".repeat(500_000);

        assertThat(Seen.of(latin)).isSameAs(latin);
        assertThat(Seen.inRussian(latin + 'я')).isEqualTo("ао".repeat(500_000) + 'я');
    }
}
