package io.otklik.local.clickhouse.engine;

import io.otklik.local.clickhouse.StartupException;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The command {@code npm}.
 *
 * @param command its file; empty if there is none on the PATH
 */
record Npm(Optional<Path> command) {

    private static final int MINUTES = 10;

    static Npm onPath() {
        return of(System.getenv().getOrDefault("PATH", ""));
    }

    static Npm of(String path) {
        return new Npm(
                Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, "npm"))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    /** Runs npm in a directory, quietly; throws its last words if it fails. */
    void run(Path directory, List<String> arguments) throws IOException {
        Path npm =
                command.orElseThrow(
                        () ->
                                new StartupException(
                                        "The ClickHouse library is not installed and there is no"
                                                + " npm on the PATH to fetch it: install Node.js 20"
                                                + " or newer (it brings npm) and start again."));
        List<String> line = new ArrayList<>(List.of(npm.toString()));
        line.addAll(arguments);
        line.addAll(
                List.of(
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefer-offline",
                        "--loglevel=error"));
        File log = directory.resolve("npm.log").toFile();
        Process process =
                new ProcessBuilder(line)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw failure(directory, "no answer in " + MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw failure(directory, "interrupted");
        }
        if (process.exitValue() != 0) {
            throw failure(directory, lastWords(log.toPath()));
        }
    }

    private static StartupException failure(Path directory, String reason) {
        return new StartupException(
                "npm could not fetch the ClickHouse library ("
                        + reason
                        + "): check the network, the proxy and npm's registry by \"npm ping\", and"
                        + " start again; the whole log is "
                        + directory.resolve("npm.log")
                        + ".");
    }

    private static String lastWords(Path log) throws IOException {
        String text = Files.readString(log, StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> line.startsWith("npm error") && !line.contains("complete log"))
                .map(line -> line.substring("npm error".length()).strip())
                .filter(line -> !line.isEmpty())
                .limit(2)
                .reduce((a, b) -> a + "; " + b)
                .orElse("no reason given");
    }
}
