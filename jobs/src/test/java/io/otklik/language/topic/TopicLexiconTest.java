package io.otklik.language.topic;

import io.otklik.language.text.Tokenizer;
import io.otklik.yaml.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicLexiconTest {

    private static final TopicLexicon LEXICON = TopicLexicon.bundled();

    private final TopicCatalog catalog = TopicCatalog.bundled();

    @Test
    void namesEveryTopicOfTheOfficialList() {
        Set<Integer> named = new HashSet<>();
        for (int sign = 0; sign < LEXICON.size(); sign++) {
            named.add(LEXICON.topicOf(sign));
        }
        assertThat(named).hasSize(catalog.topicCount());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Нашествие клещей, обработайте парк | Обработка территорий от клещей и комаров",
                "Люк без крышки у школы | Канализационные люки",
                "Заросли борщевика вдоль речки | Борщевик сосновского, амброзия и другие инвазивные"
                        + " растения",
                "Светофор мигает жёлтым вторую неделю | Организация работы и содержание светофоров",
                "Когда появится педиатр? Врача нет с весны | Нехватка медработников (в т.ч."
                        + " узкопрофильных)",
                "Не дают инсулин по льготе | Льготные лекарства",
                "Очередь в детский сад не движется | Поступление в ДОУ, нехватка мест",
                "Автобус не ходит по расписанию | График движения общественного транспорта",
                "Стая бездомных собак у школы | Отлов безнадзорных собак и кошек",
                "Участнику СВО не пришла выплата за ранение | Выплаты, зарплаты, соцгарантии и льготы"
                        + " для военнослужащих",
                "Пропал интернет, мобильный не работает | Отсутствие или неудовлетворительное"
                        + " качество интернета (в т.ч. мобильного)",
                "Нет света с утра, отключили без предупреждения | Отключение электричества, аварии"
                        + " на подстанциях, ЛЭП",
            })
    void aTopicsOwnSignSpeaks(String text, String topic) {
        int[] signs = LEXICON.find(new Tokenizer().read(text).plainWords());
        assertThat(Arrays.stream(signs).mapToObj(sign -> catalog.topic(LEXICON.topicOf(sign))))
                .contains(topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  Дороги:\\n    Нет такой: [ям*]|line 5|no topic",
                "  Дороги:\\n    Дороги прочее: ['@нет']|line 5|no list",
                "  Дороги:\\n    Дороги прочее:\\n      - дорог*\\n      - 'а*'|line 7|too short",
                "  Нет такой:\\n    Дороги прочее: [ям*]|line 5|no topic",
            })
    void refusesABadLexiconWithItsLine(String topics, String line, String says) {
        String yaml =
                "version: 1\nlists: {двор: [двор*]}\ntopics:\n  "
                        + topics.strip().replace("\\n", "\n")
                        + "\n";
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith(line)
                .hasMessageContaining(says);
    }

    private static TopicLexicon read(String yaml) throws IOException {
        return TopicLexicon.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
