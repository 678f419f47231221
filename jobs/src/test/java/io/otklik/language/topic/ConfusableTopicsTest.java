package io.otklik.language.topic;

import io.otklik.language.text.Tokenizer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The pairs of topics that people confuse too; texts written for this test. */
class ConfusableTopicsTest {

    private static TopicReader reader;

    private final Tokenizer tokenizer = new Tokenizer();

    @BeforeAll
    static void load() {
        reader = TopicReader.bundled();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Во дворе дома 5 огромные ямы, машины царапают днище | Благоустройство | Ямы во дворах",
                "Ямы во дворе не засыпают третий год | Благоустройство | Ямы во дворах",
            })
    void holesInYards(String text, String group, String topic) {
        assertTopic(text, group, topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "На дороге яма на яме, пробил колесо | Дороги"
                        + " | Некачественное покрытие асфальтовых дорог (ямы, выбоины и пр.)",
                "Выбоины на проезжей части шоссе | Дороги"
                        + " | Некачественное покрытие асфальтовых дорог (ямы, выбоины и пр.)",
            })
    void holesOnRoads(String text, String group, String topic) {
        assertTopic(text, group, topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "В нашем дворе не горят фонари, темно | Благоустройство"
                        + " | Неисправность или отсутствие освещения на территории (кроме дорог)",
                "Нет освещения в парке | Благоустройство"
                        + " | Неисправность или отсутствие освещения на территории (кроме дорог)",
                "Вдоль трассы не горят фонари, дорога в темноте | Дороги"
                        + " | Неисправность или отсутствие освещения на дорогах и тротуарах",
            })
    void lightsOfYardsAndRoads(String text, String group, String topic) {
        assertTopic(text, group, topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Двор завален снегом, дворника нет | Благоустройство"
                        + " | Уборка дворовых и придомовых территорий от снега и наледи",
                "В парке аллеи в снегу, не чистят | Благоустройство"
                        + " | Уборка общественных пространств от снега и наледи",
                "Тротуар вдоль дороги в снегу и наледи, не чистят | Дороги | Уборка тротуаров от снега и наледи",
                "Сквер у вокзала не чистят, по аллеям не пройти | Благоустройство"
                        + " | Уборка общественных пространств от снега и наледи",
                "Скользко на тротуаре, посыпьте песком | Дороги | Уборка тротуаров от снега и наледи",
                "Трассу замело, снег на дороге не чистят | Дороги | Уборка дорог от снега и наледи",
                "Огромные сосульки и снег на крыше, не сбивают | ЖКХ"
                        + " | Уборка снега и наледи с крыш",
            })
    void snowInYardsParksPavementsRoadsAndOnRoofs(String text, String group, String topic) {
        assertTopic(text, group, topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "После дождя двор стоит в воде, ливневка не работает | Благоустройство"
                        + " | Подтопление территории (кроме дорог) из-за дождей, работа и ремонт"
                        + " ливнёвых канализаций",
                "После ливня дорогу затопило, ливневка забита | Дороги"
                        + " | Подтопление автомобильных дорог из-за дождей, работа и ремонт ливнёвых"
                        + " канализаций",
                "Половодье подмыло дамбу, огороды затопило рекой | Безопасность и правопорядок"
                        + " | Затопление территорий в результате паводков, противопаводковые"
                        + " мероприятия",
                "Паводок, река вышла из берегов, огороды под водой | Безопасность и правопорядок"
                        + " | Затопление территорий в результате паводков, противопаводковые"
                        + " мероприятия",
            })
    void floodsByRainAndByRivers(String text, String group, String topic) {
        assertTopic(text, group, topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "У контейнеров лежат старые диваны и шкафы, не вывозят | Обращение с отходами"
                        + " | Вывоз крупногабаритного мусора",
                "Сломанный шкаф и матрас месяц стоят у мусорки | Обращение с отходами"
                        + " | Вывоз крупногабаритного мусора",
                "Сделайте контейнерную площадку, баки стоят на земле | Обращение с отходами"
                        + " | Содержание, строительство или отсутствие контейнерных площадок (в т.ч."
                        + " контейнеров)",
            })
    void bulkyWasteAndContainerSites(String text, String group, String topic) {
        assertTopic(text, group, topic);
    }

    @Test
    void aShortQuestionLeansOnItsPost() {
        TopicReading own = reader.read(tokenizer.read("А у нас когда?"));
        TopicReading post =
                reader.read(
                        tokenizer.read(
                                "Начинаем ремонт дорог: уложат новый асфальт на проезжей части"));
        TopicDecision decision = reader.decide(own, new TopicContext(null, post, List.of()));
        assertThat(decision.group()).isEqualTo("Дороги");
        assertThat(decision.reasons()).contains("topic:post");
    }

    @Test
    void aMessageThatSaysItselfDoesNotLeanOnItsPost() {
        TopicReading own =
                reader.read(
                        tokenizer.read("Третий день нет горячей воды в доме, батареи холодные"));
        TopicReading post = reader.read(tokenizer.read("Приглашаем на концерт в дом культуры"));
        assertThat(reader.decide(own, new TopicContext(null, post, List.of())).group())
                .isEqualTo("ЖКХ");
    }

    private void assertTopic(String text, String group, String topic) {
        TopicDecision decision =
                reader.decide(reader.read(tokenizer.read(text)), TopicContext.NONE);
        assertThat(decision.group()).isEqualTo(group);
        assertThat(decision.topic()).isEqualTo(topic);
        assertThat(decision.reasons()).isNotEmpty();
    }
}
