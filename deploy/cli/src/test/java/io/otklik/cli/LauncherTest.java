package io.otklik.cli;

import io.otklik.local.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher in a small project of its own, with scripts in the place of Java and Maven. */
class LauncherTest {

    private static final List<String> TOOLS =
            List.of(
                    "dirname",
                    "readlink",
                    "sed",
                    "head",
                    "find",
                    "cat",
                    "touch",
                    "mkdir",
                    "rm",
                    "grep");

    @TempDir private Path temporary;
    private Path project;
    private Path bin;
    private Path source;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectory(temporary.resolve("project 1"));
        bin = Files.createDirectory(temporary.resolve("bin"));
        for (String module : List.of("schemas", "connectors", "jobs", "deploy/cli/src/main")) {
            Files.createDirectories(project.resolve(module));
        }
        source = Files.createFile(project.resolve("deploy/cli/src/main/A.java"));
        Files.createFile(project.resolve("pom.xml"));
        Files.copy(Home.find().root().resolve("otklik"), project.resolve("otklik"));
        assertThat(project.resolve("otklik").toFile().setExecutable(true)).isTrue();
        for (String tool : TOOLS) {
            Path found =
                    Stream.of("/bin", "/usr/bin")
                            .map(folder -> Path.of(folder, tool))
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow();
            script(tool, "exec " + found + " \"$@\"");
        }
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertThat(launch("status")).startsWith("1 No Java found: install a JDK 17 or newer");
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        java("11.0.2");

        assertThat(launch("status"))
                .startsWith("1 Java 11 at " + bin.resolve("java") + " is too old");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        java("17.0.15");

        assertThat(launch("status"))
                .startsWith("1 Otklik must be built and there is no mvn: install Maven 3.8");
    }

    @Test
    void itBuildsOnceAndAgainWhenSourcesChange() throws Exception {
        java("17.0.15");
        maven("exit 0");

        assertThat(launch("status"))
                .startsWith("0 Building Otklik (first run, about a minute)…\n")
                .contains("io.otklik.cli.Otklik status");
        assertThat(launch("status")).doesNotContain("Building");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch("status")).contains("Building Otklik (sources have changed)…");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndTheLog() throws Exception {
        java("17.0.15");
        maven("echo '[INFO] x'; echo '[ERROR] No such symbol'; exit 1");

        assertThat(launch("status"))
                .startsWith("1 Building Otklik")
                .contains("[ERROR] No such symbol\nThe build failed; the whole log is ")
                .doesNotContain("[INFO]");
    }

    @Test
    void argumentsPassAsTheyAreThroughALinkFromAnywhere() throws Exception {
        java("17.0.15");
        maven("exit 0");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), project.resolve("otklik"));

        String said = run(temporary, link, "query", "SELECT  'a b' \"c\"");

        assertThat(said)
                .contains("-Dotklik.home=" + project.toRealPath())
                .contains("io.otklik.cli.Otklik query SELECT  'a b' \"c\"");
    }

    private String launch(String... words) throws Exception {
        return run(project, project.resolve("otklik"), words);
    }

    /** Gives the exit code and what was printed. */
    private String run(Path folder, Path script, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }

    private void java(String version) throws IOException {
        script(
                "java",
                """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; exit 0; fi
                echo "$*"
                """
                        .formatted(version));
    }

    /** A build that leaves what a real one does, unless it fails. */
    private void maven(String text) throws IOException {
        script(
                "mvn",
                "mkdir -p deploy/cli/target; echo a.jar > deploy/cli/target/classpath.txt\n"
                        + text);
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
