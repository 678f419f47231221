package io.otklik.language.topic;

import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class TopicTextTest {

    private static final TopicLexicon LEXICON = TopicLexicon.bundled();

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Яма на дороге возле больницы | яма на дороге",
                "Спилите тополь рядом с 5 школой | спилите тополь",
                "Борщевик напротив детского сада 12 вымахал | борщевик вымахал",
                "Переполнены баки на остановке Рынок | переполнены баки",
                "Лифт стоит, 3 подъезд, 5 этаж | лифт стоит",
                "Крыша течёт, кв. 12 | крыша течет",
                "Фонтан в посёлке Заречный молчит | фонтан молчит"
            })
    void wordsThatOnlySayWhereAreLeftOut(String written, String left) {
        assertThat(said(written)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "В школе холодно",
                "У школы 5",
                "Снимите замок возле больницы",
                "На 5 этаже перегорела лампочка",
                "Ворота у дома сломаны"
            })
    void nothingIsLeftOutWhereNothingElseSpeaksOrThePlaceIsTheMatter(String text) {
        assertThat(TopicText.of(read(text), LEXICON).hidden()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Крыша течёт напротив детского сада | Образование",
                "Автобус не пришёл, мёрзли у больницы | Здравоохранение"
            })
    void noSignOfTheLandmarkSpeaks(String text, String group) {
        TopicCatalog catalog = TopicCatalog.bundled();
        assertThat(TopicText.of(read(text), LEXICON).signs()).isNotEmpty();
        assertThat(
                        Arrays.stream(TopicText.of(read(text), LEXICON).signs())
                                .mapToObj(LEXICON::topicOf)
                                .map(topic -> catalog.group(catalog.groupOf(topic))))
                .doesNotContain(group);
    }

    private String said(String written) {
        Tokens tokens = read(written);
        TopicText text = TopicText.of(tokens, LEXICON);
        return IntStream.range(0, tokens.size())
                .filter(token -> tokens.isPlainWord(token) && !text.isHidden(token))
                .mapToObj(tokens::word)
                .collect(Collectors.joining(" "));
    }

    private Tokens read(String text) {
        return tokenizer.read(text);
    }
}
