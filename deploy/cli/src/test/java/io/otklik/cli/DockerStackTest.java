package io.otklik.cli;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With a program docker that writes down what it is asked for. */
class DockerStackTest {

    @TempDir private Path root;

    private Path secrets;

    @BeforeEach
    void prepare() throws IOException {
        Path folder = Files.createDirectories(root.resolve("deploy/docker"));
        Files.copy(
                Path.of(System.getProperty("otklik.home"), "deploy/docker/.env.example"),
                folder.resolve(".env.example"));
        secrets = folder.resolve(".env");
        Path docker = root.resolve("docker");
        Files.writeString(
                docker, "#!/bin/sh\necho \"$@\" > " + root.resolve("asked") + "\nexit 0\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void secretsAreMadeOnceAndEveryStartUsesThem() throws Exception {
        DockerStack stack = stack(root.toString());

        stack.up();
        assertThat(Files.readString(root.resolve("asked")))
                .contains("compose --file", "compose.yaml", "--env-file " + secrets, "up --build");
        List<String> lines = Files.readAllLines(secrets);
        assertThat(lines)
                .filteredOn(line -> line.matches("OTKLIK_\\w+=[0-9a-f]{64}"))
                .hasSize(4)
                .extracting(line -> line.replaceFirst(".*=", ""))
                .doesNotHaveDuplicates();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");

        stack.up();
        assertThat(Files.readAllLines(secrets)).isEqualTo(lines);
    }

    @Test
    void whatDockerFailsAtIsToldAndHasTheCommandsOwnCode() throws IOException {
        Files.writeString(root.resolve("docker"), "#!/bin/sh\nexit 18\n");

        assertThatThrownBy(() -> stack(root.toString()).up())
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(1))
                .hasMessage("docker compose ended with code 18; it says above why.");
    }

    @Test
    void withoutDockerItSaysWhatIsMissing() {
        assertThatThrownBy(() -> stack(root.resolve("deploy").toString()).up())
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("no docker on the PATH");
        assertThat(secrets).doesNotExist();
    }

    private DockerStack stack(String path) {
        return new DockerStack(root, new PrintWriter(Writer.nullWriter()), path);
    }
}
