package io.otklik.connectors.platform;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TextMaskerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+7 (900) 123-45-67",
                "+79001234567",
                "8 900 123 45 67",
                "8-900-123-45-67",
                "8(900)1234567",
                "8(8352)12-34-56",
                "89001234567",
                "79001234567",
                "9001234567",
                "900 123-45-67",
                "(900) 123-45-67",
                "(8352) 12-34-56",
                "8 900 123 45 67",
                "8 – 900 – 123 – 45 – 67",
                "8.900.123.45.67",
                "8900 123 45 67",
                "+375 29 123-45-67",
                "+998901234567",
                "223-44-55"
            })
    void masksTelephoneNumbers(String number) {
        assertThat(TextMasker.mask("Звоните " + number + " до вечера"))
                .isEqualTo("Звоните [телефон] до вечера");
        assertThat(TextMasker.mask(number)).isEqualTo("[телефон]");
        assertThat(TextMasker.mask("(" + number + "), ")).endsWith("[телефон]), ");
        assertThat(TextMasker.mask("кв 5, " + number + ".")).isEqualTo("кв 5, [телефон].");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "тел. 22-33-44 => тел. [телефон]",
                "Телефон: 2-23-45 => Телефон: [телефон]",
                "тел 223344 => тел [телефон]",
                "по номеру 22-33-44 => по номеру [телефон]",
                "мой89001234567номер => мой[телефон]номер",
                "Карта 4111 1111 1111 1111 Сбер => Карта [карта] Сбер",
                "Карта 4111111111111111 Сбер => Карта [карта] Сбер",
                "Карта 4111-1111-1111-1111 Сбер => Карта [карта] Сбер",
                "Пишите на ivan.petrov@mail.example.ru! => Пишите на [почта]!",
                "Пишите на иван@почта.рф. => Пишите на [почта].",
                "спросите @ivan_petrov, он знает => спросите @…, он знает",
                "[id12345|Иван Петров], здравствуйте => Иван Петров, здравствуйте",
                "[club5|Город Н] и [public6|ЖКХ] => Город Н и ЖКХ",
                "[id1:bp-143_58908|Иван], да => Иван, да",
                "[id1|89001234567] => [телефон]",
                "[id1|[id2|Имя]] => Имя]",
                "[id1|Имя без конца => Имя без конца",
                "[https://vk.com/wall-1_2|вот тут] читайте => вот тут читайте",
                "мой профиль vk.com/id700001 тут => мой профиль vk.com/id… тут",
                "https://ok.ru/profile/700001 => https://ok.ru/profile/…",
                "8 (900) 123-45-67, 8 (900) 765-43-21 => [телефон], [телефон]",
                "СНИЛС 123 и тел.: 8-900-123-45-67 => СНИЛС 123 и тел.: [телефон]"
            })
    void masks(String text, String masked) {
        assertThat(TextMasker.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Лесная, 12, кв. 7, подъезд 3, этаж 5",
                "дома 8, 10, 12, 14, 16, 18 и 20",
                "дома 8 10 12 14 16 18",
                "дома 8-10-12-14",
                "с 8 до 17, 12.05.2026 18:30",
                "2026-05-12 в 9:00",
                "8.12.2025 по 9.01.2026",
                "7 500 000 рублей",
                "8 900 123 456,78 руб",
                "9 123 456 руб",
                "ОГРН 1022101135078",
                "ИНН 9102012345 КПП 910201001",
                "ИНН 7710140679, ОКТМО 89701000001",
                "лицевой счёт 9001234567",
                "договор № 89001234567",
                "расчётный счёт 40702810900000001234",
                "кадастровый номер 21:01:030208:123",
                "звоните 112, 101 или 122",
                "горячая линия 8-800-555-35-35",
                "горячая линия 8 (800) 100-00-00",
                "88005553535",
                "+7 800 555 35 35",
                "56.1325, 47.2519",
                "маршрут № 52, автобусы 5, 7 и 9",
                "в 2024-2025 годах 15 %",
                "собрали 2345678 подписей",
                "карта 4111 1111 1111 1112",
                "пишите в [комментарии] и (личку)",
                "a @ b и @ один",
                "https://vk.com/wall-143_58908?reply=58911"
            })
    void leavesWhatIsNobodysOwn(String text) {
        assertThat(TextMasker.mask(text)).isSameAs(text);
    }

    @Test
    void removesZeroBytesThatWouldHideANumber() {
        assertThat(TextMasker.mask("8900\u0000123\u00004567, да\u0000")).isEqualTo("[телефон], да");
    }

    @Test
    void replacesHalfASurrogatePairAndKeepsWholeOnes() {
        assertThat(TextMasker.mask("a\uD83Db\uDE00c😀\uD83D")).isEqualTo("a\uFFFDb\uFFFDc😀\uFFFD");
        String whole = "всё 👍🏻 хорошо";
        assertThat(TextMasker.mask(whole)).isSameAs(whole);
    }

    /** Masking twice changes nothing: a dead letter's payload may have been masked before. */
    @RepeatedTest(20)
    void isStableOnAnyText(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String[] parts = {
            "[id1|",
            "]",
            "[club2|",
            "Имя",
            "@",
            "ivan",
            ".",
            "ru",
            "+7",
            "8",
            " ",
            "900",
            "123",
            "45",
            "67",
            "-",
            "(",
            ")",
            "4111",
            "1111",
            "тел ",
            "\u0000",
            "\uD83D",
            "\uDE00",
            "[",
            "|",
            "vk.com/id",
            "счёт ",
            "…",
            "[телефон]",
            "[почта]"
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String once = TextMasker.mask(text.toString());
            assertThat(TextMasker.mask(once)).as("masked from: %s", text).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "1-", "8 900 ", "+", "a@", "@", "[id1|", "(123)", "9"})
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isQuickOnHostileTexts(String part) {
        String text = part.repeat(400_000 / part.length());

        assertThat(TextMasker.mask(text)).isNotNull();
    }
}
