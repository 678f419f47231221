package io.otklik.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one JVM is started: options, class path, main class, arguments, environment.
 *
 * @param options JVM options such as {@code -Xmx384m}
 * @param environment variables added to those of this process
 */
public record JavaCommand(
        List<String> options,
        String classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment) {

    public JavaCommand {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The JVM that runs this code: parts run on the Java that the command itself was given. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    public JavaCommand withEnvironment(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new JavaCommand(options, classPath, mainClass, arguments, all);
    }

    /** The words of the command line. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(java().toString());
        words.addAll(options);
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }

    /**
     * Starts the JVM in the session of this process: it gets the terminal's Ctrl-C too.
     *
     * @param output file to which standard output and error are appended
     */
    public Process start(Path workingDirectory, Path output) throws IOException {
        return start(words(), workingDirectory, output);
    }

    /**
     * Starts the JVM in a session of its own where the system can, so that neither Ctrl-C nor the
     * end of the terminal reaches it.
     *
     * @param output file to which standard output and error are appended
     */
    public Process startDetached(Path workingDirectory, Path output) throws IOException {
        List<String> words = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path setsid = Path.of(folder, "setsid");
            if (Files.isExecutable(setsid)) {
                words.add(setsid.toString());
                break;
            }
        }
        words.addAll(words());
        return start(words, workingDirectory, output);
    }

    private Process start(List<String> words, Path workingDirectory, Path output)
            throws IOException {
        Files.createDirectories(workingDirectory);
        Files.createDirectories(output.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(workingDirectory.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
