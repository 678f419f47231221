package io.otklik.similarity;

import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;
import io.otklik.schemas.CopyStance;
import io.otklik.similarity.signal.Score;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.SignalBookYaml;
import io.otklik.similarity.signal.Spoken;
import io.otklik.similarity.signal.StanceReader;
import io.otklik.similarity.signal.StoryFacts;
import io.otklik.similarity.signal.TextSignal;
import io.otklik.yaml.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What speaks for a check, and what must never lead to one. */
class SignalBookTest {

    private static final SignalBook BOOK = SignalBook.bundled();
    private final Tokenizer tokenizer = new Tokenizer();

    static List<TextSignal> signals() {
        return BOOK.texts();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void everySignalKeepsItsExamples(TextSignal signal) {
        long bit = 1L << BOOK.texts().indexOf(signal);

        assertThat(signal.matches()).isNotEmpty().allMatch(text -> (bits(text) & bit) != 0);
        assertThat(signal.ignores()).isNotEmpty().allMatch(text -> (bits(text) & bit) == 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Администрация ничего не делает, только обещает. Позор!",
                "Считаю решение о платной парковке незаконным и вредным для города.",
                "В нашем доме второй день нет горячей воды, в управляющей компании трубку не берут.",
                "Когда уже отремонтируют дорогу на Садовой? Третий год ямы, машину разбили."
            })
    void complaintAndOpinionNeverBecomeSuspicionsHoweverManyRepeatThem(String text) {
        assertThat(score(text, 500, 40, false).value()).isLessThan(BOOK.threshold());
    }

    @Test
    void officialPostIsNoSuspicionThoughFiftyPagesPublishIt() {
        String text = "Администрация утвердила график отключения воды, передайте соседям.";

        assertThat(score(text, 50, 50, true).value()).isLessThan(BOOK.threshold());
        assertThat(score(text, 50, 50, false).value()).isGreaterThan(BOOK.threshold());
    }

    @Test
    void everySignalTellsWhatItCounted() {
        Score score = score("Срочно! Передайте всем, кого знаете", 8, 4, false);

        assertThat(score.signals())
                .extracting(Spoken::id)
                .contains("repost-call", "urgency", "copies", "pages", "growth");
        assertThat(score.signals())
                .filteredOn(signal -> signal.id().equals("copies"))
                .extracting(Spoken::detail)
                .containsExactly("8");
    }

    @ParameterizedTest
    @CsvSource({
        "'Это правда, что школу закроют?', false, QUESTION",
        "Школу закроют и продадут, false, STORY",
        "Информация о закрытии школы не соответствует действительности, true, REFUTATION",
        "Информация о закрытии школы не соответствует действительности, false, QUESTION",
        "Это первоапрельская шутка про школу, false, SATIRE",
        "'Это не фейк! Завтра отключат воду, перешлите всем', false, STORY",
        "'Это не шутка! Завтра отключат воду, перешлите всем родным', false, STORY",
        "Это не прикол: завтра снесут рынок, false, STORY",
        "Это не вброс и не розыгрыш: завтра снесут рынок, false, STORY",
        "'Говорят, это фейк, но вы перешлите всем: воду отключат', false, STORY",
        "'Это фейк, не рассылайте, воду никто не отключит', false, QUESTION",
        "'Не фейк ли, что школу закроют?', false, QUESTION",
        "'Это не шутка, а фейк: воду отключать не будут', true, REFUTATION"
    })
    void stanceIsTakenFromTheWords(String text, boolean official, CopyStance stance) {
        Tokens tokens = tokenizer.read(text);

        assertThat(new StanceReader().read(tokens.plainWords(), text.contains("?")).by(official))
                .isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            threshold: 0.5           | threshold: high            | a number from 0 to 1
            threshold: 0.5           | threshold: 1.5             | a number from 0 to 1
            slope: 0.25              | slope: 0                   | greater than 0
            slope: 0.25              | slop: 0.25                 | is no key here
            minutes: 15              | minutes: 0.5               | a whole number greater than 0
            weight: 1.9              | weight: 1000               | a weight between -20 and 20
            weight: 1.9              | wieght: 1.9                | is no key here
            alerts: false            | alerts: seldom             | true or false
            id: urgency              | id: repost-call            | stands twice
            ["СРОЧНО!"]              | ["Не спеша"]               | does not match its example
            ["Мост закрыли"]         | ["Говорят, мост закрыли"]  | which it is to ignore
            satire: {weight: -3}     | satyre: {weight: -3}       | is no key here
            @власть + @решение       | @партия + @решение         | партия
            """)
    void faultyBookIsRefusedWithItsLine(String written, String faulty, String sentence) {
        assertThat(SignalBook.bundledYaml()).contains(written);
        String yaml = SignalBook.bundledYaml().replace(written, faulty);

        assertThatThrownBy(() -> SignalBookYaml.read(yaml))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("line ")
                .hasMessageContaining(sentence);
    }

    @Test
    void signalsOfTheTextKeepTheirPlaces() {
        String yaml = SignalBook.bundledYaml();
        SignalBook more =
                SignalBookYaml.read(
                        yaml.replace(
                                "\nstory:",
                                "\n  - {id: new, weight: 1, any: [ново], matches: [ново], ignores: [старо]}\nstory:"));
        SignalBook renamed = SignalBookYaml.read(yaml.replace("id: urgency", "id: haste"));

        assertThat(more.whyNotAfter(BOOK)).isNull();
        assertThat(BOOK.whyNotAfter(more)).contains("Signal 10 of the text must stay new");
        assertThat(renamed.whyNotAfter(BOOK)).contains("Signal 3 of the text must stay urgency");
    }

    private long bits(String text) {
        return BOOK.read(tokenizer.read(text).plainWords());
    }

    private Score score(String text, int copies, int pages, boolean official) {
        return BOOK.score(
                new StoryFacts(
                        bits(text),
                        copies,
                        pages,
                        copies,
                        true,
                        2,
                        official,
                        0,
                        0,
                        0,
                        false,
                        false));
    }
}
