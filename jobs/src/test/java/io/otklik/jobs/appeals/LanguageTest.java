package io.otklik.jobs.appeals;

import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.language.Kind;
import io.otklik.language.Models;
import io.otklik.schemas.Community;
import io.otklik.schemas.Platform;
import io.otklik.schemas.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LanguageTest {

    private static final String TABLE =
            """
            version: "1"
            fallback: adm
            agencies: {adm: Администрация, roads: Дорожная служба}
            rows:
              - {id: streets, groups: Дороги, agency: roads}
            """;

    @TempDir private Path folder;

    @Test
    void theRegionsTableRoutes() throws IOException {
        Path table = Files.writeString(folder.resolve("routing.yaml"), TABLE);

        Interpreter interpreter = Language.of(null, table.toString()).interpreter();

        assertThat(interpreter.route(aboutRoads(), page()).agencyId()).isEqualTo("roads");
    }

    @Test
    void aMistakeIsRefusedBeforeTheJobStarts() throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("routing.yaml"), TABLE.replace("Дороги", "Дорожки"));

        assertThatThrownBy(() -> Language.of(null, table.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("routing.yaml: line 5: “Дорожки” is no group");
    }

    @Test
    void aModelThatIsMissingIsNamed() {
        Language language = new Language(folder.toString(), null);

        assertThatThrownBy(language::interpreter)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("kinds.model cannot be read: there is no such file");
    }

    /** A job that is started anew on the same TaskManager reads what was trained meanwhile. */
    @Test
    void aModelThatWasReplacedInItsFolderIsReadAnew() throws IOException {
        for (String name : List.of(Models.KINDS, Models.ANSWERS, Models.TOPICS)) {
            try (InputStream bundled = Models.class.getResourceAsStream("/models/" + name)) {
                Files.copy(bundled, folder.resolve(name));
            }
        }
        Language language = new Language(folder.toString(), null);
        language.interpreter();
        language.interpreter();

        Files.writeString(folder.resolve(Models.KINDS), "another");

        assertThatThrownBy(language::interpreter)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("kinds.model cannot be read");
    }

    private static Community page() {
        return new Community(
                "vk:-1",
                Platform.VK,
                null,
                "Наш двор",
                "city",
                "Администрация",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Instant.EPOCH);
    }

    private static Decision aboutRoads() {
        return new Decision(
                Kind.APPEAL,
                1,
                List.of(new GroupScore("Дороги", 1)),
                null,
                Urgency.NORMAL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "test");
    }
}
