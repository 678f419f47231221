package io.otklik.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one process is started.
 *
 * @param words the command line
 * @param environment variables added to those of this process
 */
public record Command(List<String> words, Map<String, String> environment) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /**
     * A JVM, of the Java that this code runs on.
     *
     * @param options JVM options such as {@code -Xmx384m}
     */
    public static Command java(
            List<String> options,
            String classPath,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return new Command(words, environment);
    }

    /**
     * Starts the process in the session of this one: it gets the terminal's Ctrl-C too.
     *
     * @param output file to which standard output and error are appended
     */
    public Process start(Path workingDirectory, Path output) throws IOException {
        return start(words, workingDirectory, output);
    }

    /**
     * Starts the process in a session of its own where the system can, so that neither Ctrl-C nor
     * the end of the terminal reaches it or what it starts.
     *
     * @param output file to which standard output and error are appended
     */
    public Process startDetached(Path workingDirectory, Path output) throws IOException {
        List<String> all = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path setsid = Path.of(folder, "setsid");
            if (Files.isExecutable(setsid)) {
                all.add(setsid.toString());
                break;
            }
        }
        all.addAll(words);
        return start(all, workingDirectory, output);
    }

    private Process start(List<String> line, Path workingDirectory, Path output)
            throws IOException {
        Files.createDirectories(workingDirectory);
        Files.createDirectories(output.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .directory(workingDirectory.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        // A secret that is given as a file replaces one that the user's shell gives as a value.
        environment.keySet().stream()
                .filter(name -> name.endsWith("_FILE"))
                .forEach(name -> builder.environment().remove(name.replaceFirst("_FILE$", "")));
        return builder.start();
    }
}
