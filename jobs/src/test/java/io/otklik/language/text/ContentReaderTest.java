package io.otklik.language.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentReaderTest {

    private final ContentReader reader = new ContentReader();

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Здравствуйте! Когда починят свет? => Когда починят свет?",
                "Добрый день, подскажите график => Подскажите график",
                "добрый вечер когда дадут воду => когда дадут воду",
                "Доброго времени суток! Не горит фонарь => Не горит фонарь",
                "Уважаемая администрация, уберите снег => Уберите снег",
                "Здравствуйте, уважаемый Иван Петрович! Двор в ямах => Двор в ямах",
                "Здравствуйте, Анна! Лифт стоит => Лифт стоит",
                "Уберите снег. Заранее спасибо! => Уберите снег.",
                "Уберите снег, заранее благодарны => Уберите снег",
                "Когда сделают? Буду благодарна за ответ 🙏 => Когда сделают?",
                "Почините качели. Спасибо! => Почините качели.",
                "Во сколько начало? Спасибо => Во сколько начало?",
                "Уберите снег. С уважением, Петрова А.И. => Уберите снег.",
                "Уберите снег https://vk.com/photo-1_2 => Уберите снег",
                "Добрый день! Уберите снег. Спасибо. С уважением, Ольга => Уберите снег.",
                "Всем привет! Домофон молчит => Домофон молчит",
                "уважаемая администрация района подрежьте ветки => подрежьте ветки",
                "Ольга Петровна здравствуйте подрежьте ветки => Подрежьте ветки",
                "Виктор Львович, домофон молчит => Домофон молчит",
                "Люди, домофон молчит => Домофон молчит",
                "Домофон молчит. Всем добра => Домофон молчит.",
                "Домофон молчит. Благодарю. => Домофон молчит.",
                "Домофон молчит. Надеюсь на помощь => Домофон молчит.",
                "Домофон молчит. С ув. Вера => Домофон молчит.",
                "Домофон молчит. С уважением неравнодушный житель => Домофон молчит.",
                "Домофон молчит #двор => Домофон молчит",
                "Подрежьте ветки 😊 => Подрежьте ветки",
                "[club1|Город], здравствуйте! Уберите снег => [club1|Город] Уберите снег"
            })
    void theFrameIsLeftOut(String text, String content) {
        ContentReader.Content read = reader.read(text);

        assertThat(read.framed()).isTrue();
        assertThat(read.tokens().text()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Здравствуйте!",
                "Добрый день, Анна!",
                "Спасибо",
                "Заранее спасибо за ответ",
                "https://vk.com/wall-1_2",
                "Очень красиво. Спасибо!",
                "Кому сказать спасибо?",
                "Спасибо за площадку, но качели скрипят",
                "Уберите снег. С уважением, жители дома 5",
                "Люди довольны двором",
                "Красиво у нас 😊",
                "Хорошего дня",
                "Уважаемые люди города сказали своё веское слово о ремонте",
                ""
            })
    void whatIsSaidStays(String text) {
        ContentReader.Content read = reader.read(text);

        assertThat(read.framed()).isFalse();
        assertThat(read.tokens().text()).isEqualTo(text);
    }

    @Test
    void aPlaceBehindAGreetingIsNoNameOfWhoIsGreeted() {
        assertThat(reader.read("Здравствуйте, Лесная 5, нет света").tokens().text())
                .isEqualTo("Лесная 5, нет света");
    }
}
