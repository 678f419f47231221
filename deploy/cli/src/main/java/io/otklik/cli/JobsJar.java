package io.otklik.cli;

import io.otklik.local.Home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar with all jobs that this project built. */
public final class JobsJar {

    private JobsJar() {}

    /**
     * @throws CommandException if the project is not built
     */
    public static Path built(Home home) throws IOException {
        Path folder = home.root().resolve("jobs").resolve("target");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> jars = files.filter(JobsJar::isJobsJar).sorted().toList();
                if (!jars.isEmpty()) {
                    return jars.get(jars.size() - 1);
                }
            }
        }
        throw CommandException.failed(
                "The jobs are not built (no otklik-jobs jar in %s); run mvn -DskipTests package."
                        .formatted(folder));
    }

    private static boolean isJobsJar(Path file) {
        String name = file.getFileName().toString();
        return name.matches("otklik-jobs-[0-9].*-all\\.jar");
    }
}
