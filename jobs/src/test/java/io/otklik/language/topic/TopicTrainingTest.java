package io.otklik.language.topic;

import io.otklik.language.text.Tokenizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicTrainingTest {

    private static final TopicCatalog CATALOG = TopicCatalog.bundled();

    private static TopicLexicon lexicon;

    @BeforeAll
    static void smallLexicon() throws IOException {
        lexicon =
                TopicLexicon.read(
                        new ByteArrayInputStream(
                                """
                                version: "1"
                                lists: {}
                                topics:
                                  Дороги:
                                    Велосипедные дорожки: [велодорож*]
                                  Культура:
                                    Библиотеки: [библиотек*]
                                """
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSameExamplesGiveTheSameBytes() throws IOException {
        assertThat(bytes(train(examples()))).isEqualTo(bytes(train(examples())));
    }

    @Test
    void aModelReadBackDecidesAsTheTrainedOne() throws IOException {
        TopicModel trained = train(examples());
        TopicModel read =
                TopicModel.read(new DataInputStream(new ByteArrayInputStream(bytes(trained))));
        assertThat(bytes(read)).isEqualTo(bytes(trained));
        assertThat(decide(read, "Зумба в сквере")).isEqualTo(decide(trained, "Зумба в сквере"));
    }

    @Test
    void learnsFromLabelledTextsWhatNoSignTells() {
        TopicModel model = train(examples());
        assertThat(decide(model, "крякозябра опять на асфальте").group()).isEqualTo("Дороги");
        assertThat(decide(model, "глокая куздра на сцене").group()).isEqualTo("Культура");
    }

    @Test
    void learnsATopicFromAWordInTheBracketsOfItsTitle() {
        TopicDecision decision = decide(train(List.of()), "Гироскутеры повсюду");

        assertThat(decision.topic())
                .isEqualTo("Средства индивидуальной мобильности (самокаты, гироскутеры и т.д.)");
    }

    @Test
    void learnsATopicFromTheLexiconAlone() {
        TopicDecision decision = decide(train(examples()), "библиотека закрыта");
        assertThat(decision.topic()).isEqualTo("Библиотеки");
        assertThat(decision.reasons()).containsExactly("topic:библиотек*");
    }

    @Test
    void refusesAModelOfAnotherFormat() {
        assertThatThrownBy(
                        () ->
                                TopicModel.read(
                                        new DataInputStream(
                                                new ByteArrayInputStream(new byte[] {0, 0, 0, 9}))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train it anew");
    }

    @Test
    void evaluatesOnUnitsThatItHasNotTrainedOn() {
        // Each text's word is its own: only a model that has seen the very text could tell it.
        List<TopicExample> examples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String word = "слово" + (char) ('а' + i % 30) + (char) ('а' + i / 30);
            int group = CATALOG.groupNumber(i % 2 == 0 ? "Дороги" : "Культура");
            examples.add(new TopicExample("test", word, word, null, null, List.of(), group, -1));
        }
        List<TopicFigures> figures = new TopicEvaluation(lexicon).folds(examples, List.of(), 4);
        assertThat(figures).hasSize(1);
        assertThat(figures.get(0).texts()).isEqualTo(40);
        assertThat(figures.get(0).groupAccuracy()).isLessThan(0.7);
        assertThat(figures.get(0).topicAccuracy()).isNaN();
    }

    @Test
    void whatWasAskedAboveSpeaksForAMessageThatSaysNothing() {
        List<TopicExample> examples = new ArrayList<>(examples());
        for (int i = 0; i < 12; i++) {
            boolean roads = i % 2 == 0;
            examples.add(
                    new TopicExample(
                            TopicExample.WALL,
                            "thread" + i,
                            "и у нас номер " + i,
                            null,
                            "Пост обо всём",
                            List.of(roads ? "крякозябра на асфальте" : "глокая куздра на сцене"),
                            CATALOG.groupNumber(roads ? "Дороги" : "Культура"),
                            -1));
        }
        TopicReader reader = new TopicReader(train(examples), lexicon);
        TopicReading post = read(reader, "Пост обо всём");

        for (String group : List.of("Дороги", "Культура")) {
            String asked =
                    group.equals("Дороги") ? "крякозябра на асфальте" : "глокая куздра на сцене";
            TopicContext around = new TopicContext(null, post, List.of(read(reader, asked)));
            TopicDecision decision = reader.decide(read(reader, "и у нас"), around);
            assertThat(decision.group()).isEqualTo(group);
            assertThat(decision.reasons()).contains("topic:asked");
        }
    }

    @Test
    void readsAnExportOfIncidents() throws IOException {
        Path file = Files.createTempFile("incidents", ".csv");
        Files.writeString(
                file,
                """
                ID,Группа тем,Тема,Текст инцидента
                1,Дороги,Велосипедные дорожки,Сделайте велодорожку
                2,Дороги,Старое название,Какая-то тема
                3,Нет такой,Нет,Мимо
                """);
        List<TopicExample> examples = AppealTables.read(file);
        Files.delete(file);
        assertThat(examples)
                .extracting(TopicExample::text)
                .containsExactly("Сделайте велодорожку", "Какая-то тема");
        assertThat(examples.get(0).topic())
                .isEqualTo(CATALOG.topicNumber("Дороги", "Велосипедные дорожки"));
        assertThat(examples.get(1).topic()).isEqualTo(-1);
    }

    @Test
    void refusesATableOfUnknownColumns() throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        Files.writeString(file, "a,b\n1,2\n");
        assertThatThrownBy(() -> AppealTables.read(file)).hasMessageContaining("Known are");
        Files.delete(file);
    }

    @Test
    void mapsTheCategoriesOfBothSystems() {
        assertThat(CategoryMapping.portal().size()).isEqualTo(131);
        assertThat(CategoryMapping.kursk().size()).isEqualTo(160);
        assertThat(CategoryMapping.kursk().label("Ливневая канализация")).isPresent();
        assertThat(CategoryMapping.kursk().label("Тестовая категория")).isEmpty();
    }

    private static TopicModel train(List<TopicExample> examples) {
        return new TopicTraining(lexicon).train(examples);
    }

    private static TopicDecision decide(TopicModel model, String text) {
        TopicReader reader = new TopicReader(model, lexicon);
        return reader.decide(reader.read(new Tokenizer().read(text)), TopicContext.NONE);
    }

    private static TopicReading read(TopicReader reader, String text) {
        return reader.read(new Tokenizer().read(text));
    }

    private static byte[] bytes(TopicModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static List<TopicExample> examples() {
        List<TopicExample> examples = new ArrayList<>();
        int roads = CATALOG.groupNumber("Дороги");
        int culture = CATALOG.groupNumber("Культура");
        for (int i = 0; i < 6; i++) {
            String post = "post" + i;
            examples.add(
                    new TopicExample(
                            TopicExample.WALL,
                            post,
                            "крякозябра на асфальте номер " + i,
                            null,
                            "Пост об асфальте",
                            List.of(),
                            roads,
                            -1));
            examples.add(
                    new TopicExample(
                            TopicExample.WALL,
                            "other" + i,
                            "глокая куздра на сцене номер " + i,
                            null,
                            "Пост о сцене",
                            List.of(),
                            culture,
                            -1));
        }
        return examples;
    }
}
