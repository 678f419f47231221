package io.otklik.local.clickhouse.engine;

import io.otklik.local.clickhouse.StartupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Installs with a small shell script in npm's place. */
class ChdbLibraryTest {

    @TempDir Path directory;

    @Test
    void installsOnceForTwoAtOnce() throws Exception {
        Npm npm = npm("echo run >> " + directory.resolve("runs") + "; sleep 0.3; " + FETCH);
        Path target = directory.resolve("chdb");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Callable<Path> install = () -> ChdbLibrary.install(target, npm);
        List<Path> paths = List.of(threads.submit(install).get(), threads.submit(install).get());
        threads.shutdown();
        assertThat(paths.get(0)).exists().isEqualTo(paths.get(1));
        assertThat(directory.resolve("runs")).hasContent("run");
    }

    @Test
    void needsNoNpmWhenTheLibraryIsThere() throws IOException {
        Path target = directory.resolve("chdb");
        Path first = ChdbLibrary.install(target, npm(FETCH));
        assertThat(ChdbLibrary.install(target, new Npm(Optional.empty()))).isEqualTo(first);
    }

    @Test
    void leavesNothingHalfInstalled() throws IOException {
        Path target = directory.resolve("chdb");
        assertThatThrownBy(
                        () ->
                                ChdbLibrary.install(
                                        target,
                                        npm(
                                                FETCH
                                                        + "; echo 'npm error no space left on device' >&2; exit 1")))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("no space left on device")
                .hasMessageContaining("start again");
        assertThat(ChdbLibrary.install(target, npm(FETCH))).exists();
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files.filter(file -> file.toString().contains("partial"))).isEmpty();
        }
    }

    @Test
    void saysWhatToDoWithoutNpm() {
        assertThatThrownBy(() -> ChdbLibrary.install(directory, Npm.of("/nowhere")))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("install Node.js 20 or newer");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, @chdb/lib-linux-x64-gnu",
        "Linux, aarch64, @chdb/lib-linux-arm64-gnu",
        "Mac OS X, aarch64, @chdb/lib-darwin-arm64",
        "Mac OS X, x86_64, @chdb/lib-darwin-x64"
    })
    void choosesThePackageOfTheMachine(String os, String arch, String name) {
        assertThat(ChdbPackage.of(os, arch).name()).isEqualTo(name);
    }

    @Test
    void namesAMachineThatHasNone() {
        assertThatThrownBy(() -> ChdbPackage.of("Windows 11", "amd64"))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("--clickhouse-url");
    }

    @Test
    void theLockFileNamesThePinnedVersion() throws IOException {
        String lock =
                new String(
                        ChdbLibrary.class
                                .getResourceAsStream(
                                        "/io/otklik/local/clickhouse/npm/package-lock.json")
                                .readAllBytes());
        assertThat(lock)
                .contains("\"version\": \"" + ChdbPackage.VERSION + "\"")
                .contains("\"integrity\"")
                .doesNotContain("resolved");
    }

    private static final String FETCH =
            "mkdir -p node_modules/"
                    + ChdbPackage.current().name()
                    + " && touch node_modules/"
                    + ChdbPackage.current().name()
                    + "/libchdb.so";

    private Npm npm(String script) throws IOException {
        Path file = Files.createTempFile(directory, "npm", ".sh");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Npm(Optional.of(file));
    }
}
