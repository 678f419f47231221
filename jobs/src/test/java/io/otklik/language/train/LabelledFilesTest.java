package io.otklik.language.train;

import io.otklik.language.AnswerKind;
import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LabelledFilesTest {

    @TempDir private Path folder;

    @Test
    void aWallIsReadByThreadsInTimeOrder() throws IOException {
        Path file =
                write(
                        "wall.jsonl",
                        """
                        {"id":"12","type":"reply","date":"2024-05-02 10:00:00","post_id":"10","reply_to":"11","text":"Починим до пятницы.","author":"COMMUNITY","label":{"kind":"official","answer":"interim","answers_to":"11"}}
                        {"id":"11","type":"comment","date":"2024-05-01 10:00:00","post_id":"10","reply_to":null,"text":"Не горит фонарь","label":{"kind":"appeal","group":"Благоустройство","place":false,"urgency":"high"}}
                        {"id":"10","type":"post","date":"2024-05-01 09:00:00","post_id":null,"reply_to":null,"text":"Пост"}
                        {"id":"20","type":"post","date":"2024-05-01 09:00:00","post_id":null,"reply_to":null,"text":"Без ответов"}
                        """);

        List<LabelledThread> threads = LabelledFiles.read(List.of(file));

        assertThat(threads).hasSize(1);
        LabelledThread thread = threads.get(0);
        assertThat(thread.id()).isEqualTo("wall/10");
        assertThat(thread.at()).isEqualTo(LocalDateTime.of(2024, 5, 1, 10, 0));
        assertThat(thread.messages())
                .extracting(LabelledMessage::id)
                .containsExactly("10", "11", "12");
        LabelledMessage appeal = thread.messages().get(1);
        assertThat(appeal.author()).isEqualTo(AuthorRole.UNKNOWN);
        assertThat(appeal.label().kind()).isEqualTo(Kind.APPEAL);
        assertThat(appeal.label().urgency()).isEqualTo(Urgency.HIGH);
        LabelledMessage answer = thread.messages().get(2);
        assertThat(answer.author()).isEqualTo(AuthorRole.OFFICIAL);
        assertThat(answer.label().answerKind()).isEqualTo(AnswerKind.INTERIM);
    }

    @Test
    void messageRecordsWithLabelsAreReadToo() throws IOException {
        Path file =
                write(
                        "messages.jsonl",
                        """
                        {"messageId":"vk:-1_2_3","platform":"VK","type":"COMMENT","communityId":"vk:-1","threadId":"vk:-1_2","parentId":"vk:-1_2","authorId":"a","authorKind":"PERSON","text":"Где урна?","publishedAt":"2024-05-01T10:00:00.000Z","observedAt":"2024-05-01T10:00:00.000Z","change":"CREATED","label":{"kind":"appeal"}}
                        """);

        LabelledMessage message = LabelledFiles.read(List.of(file)).get(0).messages().get(0);

        assertThat(message.author()).isEqualTo(AuthorRole.RESIDENT);
        assertThat(message.parentId()).isEqualTo("vk:-1_2");
        assertThat(message.label().kind()).isEqualTo(Kind.APPEAL);
    }

    @Test
    void theIncidentSystemsExportIsAppealsWithTopics() throws IOException {
        Path file =
                write(
                        "export.csv",
                        "ID;Дата создания;Группа тем;Тема;Улица;Текст инцидента\n"
                                + "77;05.03.2024 9:15;ЖКХ;Отопление;Южная;\"Нет тепла; холодно\"\n");

        LabelledMessage message = LabelledFiles.read(List.of(file)).get(0).messages().get(0);

        assertThat(message.text()).isEqualTo("Нет тепла; холодно");
        assertThat(message.at()).isEqualTo(LocalDateTime.of(2024, 3, 5, 9, 15));
        assertThat(message.label().kind()).isEqualTo(Kind.APPEAL);
        assertThat(message.label().group()).isEqualTo("ЖКХ");
        assertThat(message.label().place()).isTrue();
    }

    @Test
    void theExportsOutcomeLabelsTheLastAnswer() throws IOException {
        Path file =
                write(
                        "export.csv",
                        """
                        ID;Дата создания;Итог;1ый ответ ПИ;2ой ответ ПИ;Текст инцидента
                        1;05.03.2024;Решено;Передали в работу, ожидайте.;Фонарь починили, свет есть.;Не горит фонарь
                        2;вчера;Решено;Добрый день! Передали обращение в управляющую компанию.;;Нет тепла
                        3;;Отложено;Фонарь починили, свет есть.;;Нет света
                        4;;Решено;Фонарь починили, свет есть.;;
                        5;;Решено;Взяли в работу;;Нет воды
                        6;;Решено;Водоснабжение восстановим к 1 октября;;Нет воды
                        """);

        List<LabelledThread> threads = LabelledFiles.read(List.of(file));

        assertThat(threads).hasSize(5);
        List<LabelledMessage> first = threads.get(0).messages();
        assertThat(first.get(0).at()).isEqualTo(LocalDateTime.of(2024, 3, 5, 0, 0));
        assertThat(first.get(1).label()).isNull();
        assertThat(first.get(2).author()).isEqualTo(AuthorRole.OFFICIAL);
        assertThat(first.get(2).label().answerKind()).isEqualTo(AnswerKind.FINAL);
        assertThat(first.get(2).label().answersTo()).isEqualTo("1");
        assertThat(threads.get(1).messages().get(0).at()).isNull();
        assertThat(threads.get(1).messages().get(1).label()).isNull();
        assertThat(threads.get(2).messages().get(1).label()).isNull();
        assertThat(threads.get(3).messages().get(1).label()).isNull();
        assertThat(threads.get(4).messages().get(1).label()).isNull();
    }

    @Test
    void aTableOfTextsAndKindsMayNameThePost() throws IOException {
        Path file = write("own.csv", "text,kind,post\nСпасибо!,thanks,Двор готов\n");

        LabelledThread thread = LabelledFiles.read(List.of(file)).get(0);

        assertThat(thread.messages()).hasSize(2);
        assertThat(thread.messages().get(0).post()).isTrue();
        assertThat(thread.messages().get(1).label().kind()).isEqualTo(Kind.THANKS);
    }

    @Test
    void aFaultNamesFileAndPlace() throws IOException {
        Path wall = write("bad.jsonl", "{\"id\":\"1\",\"label\":{\"kind\":\"joke\"}}\n");
        Path table = write("bad.csv", "a,b\n1,2\n");

        assertThatThrownBy(() -> LabelledFiles.read(List.of(wall)))
                .hasMessageContaining("bad.jsonl, line 1")
                .hasMessageContaining("«joke» is no kind");
        assertThatThrownBy(() -> LabelledFiles.read(List.of(table)))
                .hasMessageContaining("text and kind");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
