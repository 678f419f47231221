package io.otklik.cli;

import io.otklik.cli.rating.ProfileFile;
import io.otklik.cli.registry.PageNames;
import io.otklik.cli.registry.RegistryFile;
import io.otklik.cli.registry.RegistryMapping;
import io.otklik.cli.registry.RegistryReader;
import io.otklik.language.topic.TopicExample;
import io.otklik.language.train.LabelledFiles;
import io.otklik.language.train.LabelledThread;
import io.otklik.language.train.TopicFiles;
import io.otklik.schemas.Community;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command that takes a table takes it in each form in which office programs save it. */
class TableFormsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void claims(TableForm form) throws IOException {
        Path file =
                form.write(
                        folder.resolve("claims.csv"),
                        """
                        claimId¦text¦variants
                        bridge¦Мост закроют¦"Мост закрыт, всё|Моста; не будет"
                        water¦Воду отключат¦
                        """);

        Run run = Run.of("claims", "import", "--check", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("In order: 2 claims.\n");
    }

    @ParameterizedTest
    @EnumSource
    void registers(TableForm form) throws IOException {
        Path file =
                form.write(
                        folder.resolve("registry.csv"),
                        """
                        communityId¦platform¦name¦agencyId¦agencyName¦officialAuthors
                        vk:-143¦VK¦"Мэрия, пресс-служба"¦a¦Мэрия¦"vk:5;vk:6"
                        """);

        RegistryFile read = reader(null, null).read(file);
        Run checked = Run.of("registry", "import", "--check", file.toString());

        assertThat(read.communities())
                .extracting(Community::name, page -> page.officialAuthors().size())
                .containsExactly(Tuple.tuple("Мэрия, пресс-служба", 2));
        assertThat(checked.err()).isEmpty();
        assertThat(checked.out()).isEqualTo("In order: 1 page.\n");
    }

    @ParameterizedTest
    @EnumSource
    void mappedRegistersAndTheNamesOfPages(TableForm form) throws IOException {
        Path yaml = folder.resolve("mapping.yaml");
        Files.writeString(
                yaml, "columns: {url: Ссылка, name: Имя, agencyId: ОГРН, agencyName: Имя}\n");
        Path register =
                form.write(
                        folder.resolve("registry.csv"),
                        "Имя¦ОГРН¦Ссылка\nШкола № 1¦1022800001¦vk.com/zarechny\n");
        Path names =
                form.write(
                        folder.resolve("names.csv"),
                        "url¦communityId¦имя\nvk.com/zarechny¦185¦Заречный\n");

        RegistryFile read =
                reader(RegistryMapping.read(yaml), PageNames.of(List.of()).and(names))
                        .read(register);

        assertThat(read.problems()).isEmpty();
        assertThat(read.communities())
                .extracting(Community::communityId, Community::name)
                .containsExactly(Tuple.tuple("vk:-185", "Школа № 1"));
    }

    @ParameterizedTest
    @EnumSource
    void theLookOfPages(TableForm form) throws IOException {
        Path file = form.write(folder.resolve("look.csv"), "communityId¦avatar\nvk:-1¦да\n");

        assertThat(ProfileFile.read(file)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatTrainAndEvaluateRead(TableForm form) throws IOException {
        Path file =
                form.write(
                        folder.resolve("labelled.csv"),
                        "text¦kind¦group\n\"Нет воды, третий день\"¦appeal¦ЖКХ\n");

        assertThat(LabelledFiles.read(List.of(file)))
                .flatExtracting(LabelledThread::messages)
                .extracting("text")
                .containsExactly("Нет воды, третий день");
        assertThat(TopicFiles.read(List.of(file)))
                .extracting(TopicExample::text)
                .containsExactly("Нет воды, третий день");
    }

    private static RegistryReader reader(RegistryMapping mapping, PageNames names) {
        return new RegistryReader(id -> id, NOW, mapping, names, null);
    }
}
