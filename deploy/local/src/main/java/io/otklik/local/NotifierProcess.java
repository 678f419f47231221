package io.otklik.local;

import io.otklik.local.process.Command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command that sends alerts: {@code otklik notify}, with the secrets of who started the stack.
 */
final class NotifierProcess {

    private static final String MODULE = "deploy/cli";
    private static final String MAIN = "io.otklik.cli.Otklik";

    private NotifierProcess() {}

    static Command command(Home home, StackFolder folder, StackSettings settings)
            throws IOException {
        return Command.java(
                List.of("-Xms16m", "-Xmx128m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"),
                jar(home) + File.pathSeparator + home.classPath(MODULE),
                MAIN,
                List.of(
                        "notify",
                        "--recipients",
                        settings.recipients(),
                        "--kafka",
                        settings.bootstrapServers(),
                        "--metrics-port",
                        Integer.toString(settings.notifierPort())),
                Map.of());
    }

    private static Path jar(Home home) throws IOException {
        Path target = home.root().resolve(MODULE).resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars = files.filter(NotifierProcess::isJar).sorted().toList();
                if (!jars.isEmpty()) {
                    return jars.get(jars.size() - 1);
                }
            }
        }
        throw new LocalStackException(
                "%s is not built (no jar in %s); run mvn -DskipTests package in %s."
                        .formatted(MODULE, target, home.root()));
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().matches("otklik-cli-[\\d.]+(-SNAPSHOT)?\\.jar");
    }
}
