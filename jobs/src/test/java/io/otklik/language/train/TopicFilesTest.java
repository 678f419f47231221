package io.otklik.language.train;

import io.otklik.language.topic.TopicCatalog;
import io.otklik.language.topic.TopicExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TopicFilesTest {

    @TempDir private Path folder;

    @Test
    void readsAWallAndItsContext() throws IOException {
        List<TopicExample> examples =
                read(
                        "wall.jsonl",
                        """
                        {"id":"1","type":"post","text":"Пост о дорогах"}
                        {"id":"2","post_id":"1","reply_to":null,"text":"Когда?","label":{"kind":"appeal","group":"Дороги"}}
                        {"id":"3","post_id":"1","reply_to":"2","text":"И у нас?","label":{"kind":"follow_up","group":"Дороги"}}
                        {"id":"4","post_id":"1","reply_to":"2","text":"Ура","label":{"kind":"chat"}}
                        """);

        assertThat(examples).extracting(TopicExample::text).containsExactly("Когда?", "И у нас?");
        assertThat(examples.get(0).parent()).isNull();
        assertThat(examples.get(1).parent()).isEqualTo("Когда?");
        assertThat(examples.get(1).post()).isEqualTo("Пост о дорогах");
        assertThat(examples.get(0).asked()).isEmpty();
        assertThat(examples.get(1).asked()).containsExactly("Когда?");
    }

    @Test
    void readsMessageRecordsAlike() throws IOException {
        List<TopicExample> examples =
                read(
                        "messages.jsonl",
                        """
                        {"messageId":"vk:-1_2","type":"POST","threadId":"vk:-1_2","text":"Пост о дорогах"}
                        {"messageId":"vk:-1_2_3","threadId":"vk:-1_2","parentId":"vk:-1_2","text":"Когда?","label":{"kind":"appeal","group":"Дороги","topic":"Велосипедные дорожки"}}
                        {"messageId":"vk:-1_2_4","threadId":"vk:-1_2","parentId":"vk:-1_2_3","text":"И у нас?","label":{"kind":"follow_up","group":"Дороги"}}
                        """);

        assertThat(examples).extracting(TopicExample::parent).containsExactly(null, "Когда?");
        assertThat(examples).extracting(TopicExample::post).containsOnly("Пост о дорогах");
        assertThat(examples.get(0).topic())
                .isEqualTo(TopicCatalog.bundled().topicNumber("Дороги", "Велосипедные дорожки"));
    }

    @Test
    void readsTablesAsOfficeProgramsWriteThem() throws IOException {
        String table =
                "ID;Группа тем;Тема;Текст инцидента\r\n1;Дороги;Велосипедные дорожки;\"Ямы; грязь\"\r\n";
        Path windows = folder.resolve("windows.csv");
        Files.write(windows, table.getBytes(Charset.forName("windows-1251")));

        assertThat(TopicFiles.read(List.of(windows)))
                .isEqualTo(read("marked.csv", "\uFEFF" + table))
                .singleElement()
                .extracting(TopicExample::text)
                .isEqualTo("Ямы; грязь");
    }

    @Test
    void readsTheGroupsOfATableOfTextsAndKinds() throws IOException {
        List<TopicExample> examples =
                read("own.csv", "text,kind,group\nЯма,appeal,Дороги\nСпасибо,thanks,\n");

        assertThat(examples).extracting(TopicExample::text).containsExactly("Яма");
    }

    private List<TopicExample> read(String name, String content) throws IOException {
        return TopicFiles.read(List.of(Files.writeString(folder.resolve(name), content)));
    }
}
