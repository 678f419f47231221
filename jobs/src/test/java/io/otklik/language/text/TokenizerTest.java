package io.otklik.language.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TokenizerTest {

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Нет воды!!! | нет воды !!!",
                "Ёлку УБРАЛИ? | елку убрали ?",
                "Oтключили вoду | отключили воду",
                "в0да и кв4 д.5 | вода и кв4 д 5",
                "в.о.д.а пропала | вода пропала",
                "В Н И М А Н И Е ямы | внимание ямы",
                "м у с о р  не вывозят | мусор не вывозят",
                "а я и в саду | а я и в саду",
                "а я и в О К А У реки | а я и в окау реки",
                "оооочень дооолго | оочень доолго",
                "когда-нибудь - скоро | когда-нибудь скоро",
                "спаси\u00ADбо за и\u0306од | спасибо за йод",
                "д. 5 корп. 2 | д 5 корп 2",
                "и т.д. и т.п. | и т д и т п",
            })
    void wordsAreMended(String text, String words) {
        assertThat(words(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[id1|Анна], добрый день ; :person добрый день",
                "[club7|Округ] когда? ; :page когда ?",
                "смотрите [https://vk.com/wall-1_2|в новости] тут ; смотрите в новости тут",
                "@anna_k спасибо ; :person спасибо",
                "@admin_gorod почините ; :page почините",
                "@club1 (Администрация города), когда ; :page когда",
                "@id1 (Иван), приходите ; :person приходите",
                "*id5 (Пётр) согласен ; :person согласен",
                "в*воз*т и *звёздочки* ; ввозт и звездочки",
                "см. https://site.ru/a?b=1 и site.ru ; см :link и :link",
                "тел. <PHONE> ; тел <PHONE>",
                "#МойДвор@page праздник ; мойдвор праздник",
            })
    void markUpIsTakenApart(String text, String words) {
        assertThat(words(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "класс 👍👍👍 ; класс :yes",
                "позор 😡 ; позор :anger",
                "ну да))) ; ну да :joy",
                "опять((( ; опять :sadness",
                "двор (у дома) ; двор у дома",
                "🤦🏻‍♀️ ; :doubt",
            })
    void emojiBecomeWhatTheyMean(String text, String words) {
        assertThat(words(text)).isEqualTo(words);
    }

    @Test
    void formsOfAWordShareAStem() {
        Tokens tokens = tokenizer.read("дорога дороги дорогами Дорогу");

        for (int i = 1; i < tokens.size(); i++) {
            assertThat(tokens.stem(i)).isEqualTo(tokens.stem(0));
        }
        assertThat(tokens.capitalised(3)).isTrue();
    }

    @Test
    void everyTokenKnowsItsPlaceInTheText() {
        String text = "У д. 5 по ул. Южной [id1|А] 🙏 течёт!";
        Tokens tokens = tokenizer.read(text);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            written.add(text.substring(tokens.begin(i), tokens.end(i)));
        }

        assertThat(written)
                .containsExactly("У", "д", "5", "по", "ул", "Южной", "[id1|А]", "🙏", "течёт", "!");
    }

    @Test
    void shoutingIsSeen() {
        assertThat(tokenizer.read("СКОЛЬКО МОЖНО ЖДАТЬ").shouted()).isTrue();
        assertThat(tokenizer.read("Сколько можно ждать").shouted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "[", "[|", "[id", "#", "@", "<", "((", ")", "+", "\uD83D", "а.", "-а",
                "[[a|b]"
            })
    void oddTextsHaveTokensToo(String text) {
        assertThat(tokenizer.read(text).size()).isBetween(0, 3);
    }

    /** In time that grows as the text does: by its square it would be minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"я ", "в к ", "[", "[|", "[]", "а.", "(", "б) ", "@", "#", "<", "д-"})
    @Timeout(10)
    void hostileTextsAreReadThrough(String part) {
        String text = part.repeat(1_000_000 / part.length());

        assertThat(tokenizer.read(text).size()).isBetween(0, text.length());
    }

    /** Random marks and letters: tokens stand in order and inside the text. */
    @Test
    void tokensOfAnyTextStandInOrder() {
        Random random = new Random(7);
        String alphabet = "абвAZё09 .-_*[]|<>#@()+?!…👍🙏\u0306\u200D/:ruidclub";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Tokens tokens = tokenizer.read(text.toString());
            int end = 0;
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(tokens.begin(i)).isGreaterThanOrEqualTo(end);
                assertThat(tokens.end(i)).isBetween(tokens.begin(i) + 1, text.length());
                end = tokens.end(i);
            }
        }
    }

    private String words(String text) {
        Tokens tokens = tokenizer.read(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.word(i));
        }
        return String.join(" ", words);
    }
}
