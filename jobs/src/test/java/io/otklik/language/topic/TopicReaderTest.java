package io.otklik.language.topic;

import io.otklik.language.text.Tokenizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What a resident says among what others say; texts written for this test. */
class TopicReaderTest {

    private static final TopicCatalog CATALOG = TopicCatalog.bundled();

    private static final List<String> EVERYDAY_POSTS =
            List.of(
                    "Мэр провёл объезд.",
                    "Сегодня в округе прошёл субботник.",
                    "С праздником, дорогие друзья!",
                    "Глава района провёл рабочую встречу",
                    "Завтра ожидается дождь, порывы ветра до 15 м/с",
                    "Открыта запись в спортивную секцию.");

    private static final List<String> EARLIER_ASKERS =
            List.of(
                    "Почему не работает светофор на перекрёстке Ленина и Мира??",
                    "Когда уберут снег во дворе?");

    private static TopicReader reader;

    @BeforeAll
    static void load() {
        reader = TopicReader.bundled();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Мусор не вывозят вторую неделю. Заречный, ул. Садовая 3 | Обращение с отходами",
                "когда дадут отопление??? | ЖКХ",
                "Батареи холодные, в квартире 15 градусов | ЖКХ",
                "Лифт не работает третий день, Гагарина 12 | ЖКХ",
                "Скажите пожалуйста когда починят дорогу на ул. Мира? | Дороги",
                "Яма на проезжей части, пробил колесо | Дороги",
                "Маршрутка 15 не остановилась, номер А123ВС | Общественный транспорт",
                "Собаки бегают стаями у школы | Безопасность и правопорядок",
                "Маткапитал не перечисляют 2 месяца | Социальное обслуживание и защита",
                "Дерево упало на машину возле дома 8 по Чехова | Благоустройство",
                "Клещи! Обработайте парк | Благоустройство",
                "К терапевту не записаться, талонов нет | Здравоохранение"
            })
    void aPlainAppealKeepsItsGroupWhateverStandsAroundIt(String text, String group) {
        TopicReading own = read(text);
        assertThat(reader.decide(own, TopicContext.NONE).group()).isEqualTo(group);
        for (String post : EVERYDAY_POSTS) {
            for (String asked : EARLIER_ASKERS) {
                TopicContext around = new TopicContext(null, read(post), List.of(read(asked)));
                assertThat(reader.decide(own, around).group())
                        .as("under «%s» and «%s»", post, asked)
                        .isEqualTo(group);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Амброзия цветёт за гаражами | Борщевик сосновского, амброзия и другие инвазивные растения",
                "Фонтан у вокзала сухой | Работа фонтанов",
                "Где у вас теперь библиотека? | Библиотеки"
            })
    void aShortMessageIsOfTheRareTopicThatItsOwnSignNames(String text, String topic) {
        assertThat(reader.decide(read(text), TopicContext.NONE).topic()).isEqualTo(topic);
    }

    @Test
    void oneWordAloneIsNotSureAgainstASurePost() {
        int order = CATALOG.groupNumber("Безопасность и правопорядок");
        TopicReading quiet = sure(order, "тишина");
        TopicReading dogs = sure(order, "бездомные собаки стаей");
        TopicReading roads = sure(CATALOG.groupNumber("Дороги"), "дорога");

        assertThat(reader.bucket(quiet, under(roads))).isEqualTo(ContextWeights.OPEN);
        assertThat(reader.bucket(quiet, under(quiet))).isEqualTo(ContextWeights.SURE);
        assertThat(reader.bucket(quiet, TopicContext.NONE)).isEqualTo(ContextWeights.SURE);
        assertThat(reader.bucket(dogs, under(roads))).isEqualTo(ContextWeights.SURE);
    }

    private static TopicContext under(TopicReading post) {
        return new TopicContext(null, post, List.of());
    }

    /** A reading in which a group has nearly everything, by the signs that words hold. */
    private static TopicReading sure(int group, String words) {
        int[] found = TopicLexicon.bundled().find(List.of(words.split(" ")));
        short[] signs = new short[found.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = (short) found[i];
        }
        short[] groups = new short[CATALOG.groupCount()];
        groups[group] = 5 * TopicReading.UNIT;
        return new TopicReading(groups, new short[0], new short[0], signs, (byte) 9, true, 0.9f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "а у нас когда?",
                "И у нас когда будет?",
                "когда до нас дойдут",
                "А на нашей улице?"
            })
    void whoSaysNearlyNothingMeansThePost(String text) {
        TopicReading own = read(text);
        assertThat(group(own, "Начинаем ремонт дорог: уложат новый асфальт на проезжей части"))
                .isEqualTo("Дороги");
        assertThat(group(own, "Открыта запись в спортивную секцию по волейболу"))
                .isEqualTo("Физическая культура и спорт");
        assertThat(group(own, "Мусор с контейнерных площадок вывезут завтра"))
                .isEqualTo("Обращение с отходами");
    }

    /** Texts put together at random of words of the catalogue and of everyday ones. */
    @Test
    void theTopicIsOneOfTheToldGroup() {
        List<String> words = new ArrayList<>(List.of("когда", "у", "нас", "нет", "почему", "дом"));
        for (int topic = 0; topic < CATALOG.topicCount(); topic++) {
            words.addAll(List.of(CATALOG.topic(topic).split("[ ,()]+")));
        }
        Random random = new Random(7);
        int told = 0;
        int underPosts = 0;
        for (int i = 0; i < 3000; i++) {
            TopicReading own = read(text(words, random));
            TopicContext around =
                    new TopicContext(
                            random.nextBoolean() ? read(text(words, random)) : null,
                            random.nextBoolean() ? read(text(words, random)) : null,
                            IntStream.range(0, random.nextInt(3))
                                    .mapToObj(n -> read(text(words, random)))
                                    .toList());
            TopicDecision decision = reader.decide(own, around);
            if (decision.topic() != null) {
                told++;
                underPosts += around.post() == null ? 0 : 1;
                assertThat(CATALOG.hasTopic(decision.group(), decision.topic()))
                        .as("%s / %s", decision.group(), decision.topic())
                        .isTrue();
            }
        }
        assertThat(told).isGreaterThan(2000);
        assertThat(underPosts).isGreaterThan(1000);
    }

    private static String text(List<String> words, Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return text.toString();
    }

    private static String group(TopicReading own, String post) {
        return reader.decide(own, new TopicContext(null, read(post), List.of())).group();
    }

    private static TopicReading read(String text) {
        return reader.read(new Tokenizer().read(text));
    }
}
