package io.otklik.language.answer;

import io.otklik.language.AnswerKind;
import io.otklik.schemas.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AnswerReaderTest {

    private static final Path TABLE = Path.of("src/main/training/answers/official-answers.tsv");

    private static final LocalDate DAY = LocalDate.of(2025, 4, 16);

    private final AnswerReader reader = AnswerReader.bundled();

    /** Sentences that stand in no training file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Светлана, здравствуйте! Передали вашу информацию в районное управление. | ACK",
                "Добрый день! Приняли вашу заявку в работу. | ACK",
                "Здравствуйте! Уточните, пожалуйста, улицу и номер дома. | CLARIFY",
                "О каком подъезде вы пишете? | CLARIFY",
                "Добрый день! Асфальт на этой улице планируется отремонтировать до конца июля. | INTERIM",
                "Работы будут выполнены на следующей неделе. | INTERIM",
                "Здравствуйте! Свалка убрана, работы выполнены. | FINAL",
                "Добрый день. По данному вопросу Вам необходимо обратиться в Роспотребнадзор. | FINAL",
                "Да, вход бесплатный. | FINAL",
                "Ступени подлатаем на этой неделе | INTERIM",
                "Навес смонтируют 15 июня | INTERIM",
                "Качели починены. Урну заменим 25 апреля. | INTERIM",
                "Деньги в бюджете не предусмотрены. | FINAL",
                "Приходите! | OTHER",
                "Всего доброго! | OTHER",
                "Спасибо за тёплый отзыв! | OTHER"
            })
    void tellsTheKind(String text, AnswerKind kind) {
        assertThat(reader.decide(reader.read(text, DAY), AnswerContext.UNKNOWN).kind())
                .isEqualTo(kind);
    }

    @Test
    void givesAnInterimAnswerItsTerm() {
        AnswerDecision decision = decide("Добрый день! Работы запланированы, выполним до 20.05.");

        assertThat(decision.kind()).isEqualTo(AnswerKind.INTERIM);
        assertThat(decision.promisedUntil()).isEqualTo("2025-05-20");
        assertThat(decision.outcome()).isNull();
        assertThat(decision.checks())
                .contains(AnswerCheck.HAS_TERM, AnswerCheck.ON_MERITS, AnswerCheck.HAS_MEASURE);
        assertThat(decision.reasons()).contains("answer:planned");
        assertThat(decision.probability()).isBetween(0.5, 1.0);
    }

    @Test
    void givesAFinalAnswerItsOutcome() {
        AnswerDecision decision =
                decide("Добрый день! Вам нужно обратиться в ГИБДД, тел. 20-20-20.");

        assertThat(decision.outcome()).isEqualTo(Outcome.REDIRECTED);
        assertThat(decision.redirect()).isEqualTo("ГИБДД");
        assertThat(decision.promisedUntil()).isNull();
        assertThat(decision.checks()).contains(AnswerCheck.HAS_REFERENCE);
    }

    @Test
    void givesThePlainTimeOfAnAnswerThatPromises() {
        assertThat(decide("Мастер по лифтам — завтра с утра").promisedUntil())
                .isEqualTo("2025-04-17");
    }

    @Test
    void readsWhatIsSeen() {
        String plain = "Выполним до 20 мая, подъезд отмоем";
        String hidden = "Вы\u00ADполним\u200B до 20 мая, подъезд отмоемммм".replace("й", "и\u0306");

        assertThat(decide(hidden)).isEqualTo(decide(plain));
    }

    @Test
    void readsLatinLettersThatAreDrawnForRussianOnes() {
        String plain = "Плитку уложат со 2 июня, с 5 июня обратитесь в Росреестр";
        String drawn = "Плитку улoжaт cо 2 июня, c 5 июня oбpaтитecь в Pocреестр";

        assertThat(decide(drawn)).isEqualTo(decide(plain));
        assertThat(decide("Заменим дo 24 aпpeля").promisedUntil()).isEqualTo("2025-04-24");
    }

    @Test
    void marksAMereLink() {
        assertThat(decide("[id1|Анна], https://example.org/1").checks())
                .containsExactlyInAnyOrder(AnswerCheck.HAS_REFERENCE, AnswerCheck.LINK_OUT_ONLY);
    }

    @Test
    void looksAtWhatTheMessageStandsUnder() {
        AnswerReading reading = reader.read("Ждём вас в парке в полдень.", DAY);
        double awaited = reader.decide(reading, AnswerContext.AWAITED).probability();
        double firstLevel = reader.decide(reading, AnswerContext.FIRST_LEVEL).probability();

        assertThat(awaited).isNotEqualTo(firstLevel);
    }

    /** Short and everyday; none of them stands in a training file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Взяли в работу | ACK",
                "Здравствуйте, приняли в работу | ACK",
                "Добрый день! Ваше обращение принято в работу. | ACK",
                "Приняли, передадим коммунальщикам | ACK",
                "Ваш вопрос взяли на контроль | ACK",
                "Укажите, пожалуйста, точный адрес и приложите фото | CLARIFY",
                "Какой дом? | CLARIFY",
                "Водоснабжение восстановим к 1 октября | INTERIM",
                "Завтра бригада выйдет на место | INTERIM",
                "Планируем выполнить к 20 числу | INTERIM",
                "Специалисты выехали на место | INTERIM",
                "В ближайшее время отремонтируем | INTERIM",
                "Мусор вывезен, контейнеры установлены. Приносим извинения | FINAL",
                "Обратитесь в ЕДДС 112 | FINAL",
                "Взяли в работу и сразу убрали | FINAL",
                "Нет, к сожалению | FINAL",
                "Начало в 18:00, вход свободный | FINAL",
                "Здравствуйте! | OTHER",
                "Анна, добрый вечер | OTHER",
                "Спасибо за тёплые слова! | OTHER",
                "Благодарим вас! 😊 | OTHER",
                "И вас с наступающим праздником! | OTHER",
                "Хорошего вечера, соседи | OTHER",
                "👍 | OTHER"
            })
    void tellsTheKindWhereAnAppealWaits(String text, AnswerKind kind) {
        assertThat(decide(text).kind()).isEqualTo(kind);
    }

    @Test
    void anAppealThatWaitsHardlyChangesWhatTheWrittenExamplesAre() throws IOException {
        Map<AnswerKind, Integer> alone = rightByKind(AnswerContext.UNKNOWN);
        Map<AnswerKind, Integer> awaited = rightByKind(AnswerContext.AWAITED);

        assertThat(alone.keySet()).containsExactlyInAnyOrder(AnswerKind.values());
        alone.forEach(
                (kind, right) ->
                        assertThat(awaited.get(kind)).as("%s", kind).isCloseTo(right, within(2)));
    }

    private Map<AnswerKind, Integer> rightByKind(AnswerContext context) throws IOException {
        Map<AnswerKind, Integer> right = new EnumMap<>(AnswerKind.class);
        for (AnswerExample example : AnswerExamples.read(TABLE)) {
            AnswerReading reading = reader.read(example.text(), example.published());
            boolean same = reader.decide(reading, context).kind() == example.kind();
            if (example.context() == AnswerContext.UNKNOWN && same) {
                right.merge(example.kind(), 1, Integer::sum);
            }
        }
        return right;
    }

    @Test
    void writesAndReadsAModel() throws IOException {
        List<AnswerExample> examples = AnswerExamples.read(TABLE);
        byte[] once = bytes(AnswerTrainer.train(examples));
        byte[] again = bytes(AnswerTrainer.train(examples));
        byte[] read = bytes(AnswerModel.read(new DataInputStream(new ByteArrayInputStream(once))));

        assertThat(again).isEqualTo(once);
        assertThat(read).isEqualTo(once);
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(
                        () ->
                                AnswerModel.read(
                                        new DataInputStream(new ByteArrayInputStream(new byte[8]))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("otklik train");
    }

    @Test
    void readsEmptyText() {
        assertThat(decide("").kind()).isNotNull();
    }

    private AnswerDecision decide(String text) {
        return reader.decide(reader.read(text, DAY), AnswerContext.AWAITED);
    }

    private static byte[] bytes(AnswerModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
