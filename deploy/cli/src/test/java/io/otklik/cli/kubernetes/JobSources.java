package io.otklik.cli.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jobs as they are written: the command's class path has no Flink to load them with. */
public final class JobSources {

    private static final Path ROOT =
            Path.of(System.getProperty("otklik.home"), "jobs/src/main/java");

    private static final Pattern OPTION =
            Pattern.compile("(?:ConfigOptions\\.key|\\boption)\\(\\s*\"([a-z-]+)\"");

    private JobSources() {}

    /** Where the class is written. */
    public static Path file(String className) {
        return ROOT.resolve(className.replace('.', '/') + ".java");
    }

    /** Options of every job and of the one whose main class this is, without {@code --}. */
    public static Set<String> options(String mainClass) throws IOException {
        Set<String> options = new TreeSet<>();
        read(file("io.otklik.jobs.runtime.JobOptions"), options);
        try (Stream<Path> files = Files.list(file(mainClass).getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                read(file, options);
            }
        }
        return options;
    }

    private static void read(Path file, Set<String> into) throws IOException {
        OPTION.matcher(Files.readString(file)).results().forEach(one -> into.add(one.group(1)));
    }
}
