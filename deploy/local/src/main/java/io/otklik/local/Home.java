package io.otklik.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checked-out project: where the built class paths and jars lie.
 *
 * @param root the folder that holds {@code .mvn}
 */
public record Home(Path root) {

    /**
     * Finds the project: system property {@code otklik.home}, environment {@code OTKLIK_HOME}, else
     * the nearest folder upwards of the working directory that holds {@code .mvn}.
     *
     * @throws LocalStackException if there is none
     */
    public static Home find() {
        String given = System.getProperty("otklik.home", System.getenv("OTKLIK_HOME"));
        if (given != null && !given.isBlank()) {
            return new Home(Path.of(given).toAbsolutePath().normalize());
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return new Home(folder);
            }
        }
        throw new LocalStackException(
                "No Otklik project at or above %s; run the launcher ./otklik or set OTKLIK_HOME."
                        .formatted(here));
    }

    /**
     * The run-time class path of a module, as its build wrote it.
     *
     * @param module folder of the module, such as {@code deploy/local/kafka}
     * @throws LocalStackException if the module is not built
     */
    public String classPath(String module) {
        Path file = root.resolve(module).resolve("target").resolve("classpath.txt");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalStackException(
                    "%s is not built (no %s); run mvn -DskipTests package in %s."
                            .formatted(module, file, root),
                    e);
        }
    }

    /** The jar with all jobs, if the project is built. */
    public Optional<Path> jobsJar() throws IOException {
        Path folder = root.resolve("jobs").resolve("target");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Home::isJobsJar).max(Comparator.naturalOrder());
        }
    }

    /** Whether a file is a build of the jobs, by its name. */
    public static boolean isJobsJar(Path file) {
        return file.getFileName().toString().matches("otklik-jobs-[0-9].*-all\\.jar");
    }

    /** The jar or folder of classes that a class of this project was loaded from. */
    public static String codeSource(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
