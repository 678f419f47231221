package io.otklik.grafana;

import io.otklik.grafana.file.Folders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What the images keep to, without a Docker to build them. */
class DockerfilesTest {

    private static final Path ROOT = Folders.COMMITTED.getParent();

    /** An instruction with its arguments; lines that go on are one. */
    record Instruction(String name, String arguments) {

        static List<Instruction> of(String file) throws IOException {
            String text =
                    Files.readString(ROOT.resolve("deploy/docker").resolve(file))
                            .replaceAll("(?m)^#.*\\n", "")
                            .replaceAll("\\\\\\n", " ");
            List<Instruction> all = new ArrayList<>();
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(
                            line -> {
                                String[] parts = line.strip().split("\\s+", 2);
                                all.add(new Instruction(parts[0], parts[1]));
                            });
            return all;
        }

        List<String> words() {
            return List.of(arguments.split("\\s+"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs.Dockerfile", "command.Dockerfile"})
    void imagesAreNamedByVersionAndStagesExist(String file) throws IOException {
        Set<String> stages = new HashSet<>();
        for (Instruction one : Instruction.of(file)) {
            if (one.name.equals("FROM")) {
                assertThat(one.words().get(0)).matches("[a-z/-]+:[\\w.-]*\\d[\\w.-]*");
                if (one.words().size() == 3) {
                    stages.add(one.words().get(2));
                }
            }
            if (one.arguments.startsWith("--from=")) {
                assertThat(stages).contains(one.words().get(0).substring("--from=".length()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs.Dockerfile", "command.Dockerfile"})
    void whatIsCopiedFromTheProjectIsThere(String file) throws IOException {
        for (Instruction one : Instruction.of(file)) {
            if (one.name.equals("COPY") && !one.arguments.startsWith("--from=")) {
                assertThat(ROOT.resolve(one.words().get(0))).exists();
            }
        }
    }

    /** Nothing runs as root, nothing is fetched or kept secret by the file itself. */
    @ParameterizedTest
    @ValueSource(strings = {"jobs.Dockerfile", "command.Dockerfile"})
    void theProcessIsNobodySpecialAndNoSecretIsBakedIn(String file) throws IOException {
        List<Instruction> all = Instruction.of(file);
        List<String> users =
                all.stream()
                        .filter(one -> one.name.equals("USER"))
                        .map(Instruction::arguments)
                        .toList();

        assertThat(users).isNotEmpty().doesNotContain("root");
        assertThat(all).noneMatch(one -> one.name.equals("ADD") || one.name.equals("ARG"));
        assertThat(all)
                .filteredOn(one -> one.name.equals("ENV"))
                .noneMatch(one -> one.arguments.matches(".*(PASSWORD|KEY|TOKEN|SECRET).*"));
    }
}
