package io.otklik.cli;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** A register is checked where there is neither Kafka nor a key of pseudonyms. */
class RegistryCheckTest {

    @TempDir private Path folder;
    private Path register;
    private Path mapping;

    @BeforeEach
    void write() throws IOException {
        register = folder.resolve("registry.csv");
        mapping = folder.resolve("mapping.yaml");
        Files.writeString(
                mapping,
                "columns: {url: Ссылка, name: Имя, agencyId: ОГРН, agencyName: Имя}\nempty: [нет]\n");
        Files.writeString(
                register,
                """
                Имя;ОГРН;Ссылка
                Школа № 1;1;vk.com/club1
                Школа № 2;2;vk.com/feed
                Школа № 3;3;нет
                Школа № 4;4;vk.com/school4
                """);
    }

    @Test
    void itsMistakesAreToldByLine() {
        Run run = check();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out())
                .isEqualTo("In order: 1 page; 2 bad lines; without a page: 1 organisation.\n");
        assertThat(run.err())
                .contains(register + ":3: url is vk.com/feed; it names no page.")
                .contains(register + ":5: https://vk.com/school4 names a page whose number");
    }

    @Test
    void aFileOfNamesCompletesIt() throws IOException {
        Path names = folder.resolve("names.csv");
        Files.writeString(names, "url;communityId\nvk.com/school4;4\n");

        Run run = check("--names", names.toString(), "--skip-bad", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"pages\" : 2")
                .contains("\"bad\" : 1")
                .contains("\"withoutPage\" : 1");
    }

    private Run check(String... more) {
        String[] words = {"registry", "import", "--check", "--mapping", mapping.toString()};
        String[] all = new String[words.length + more.length + 1];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        all[all.length - 1] = register.toString();
        return Run.of(all);
    }
}
