package io.otklik.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stack in containers: secrets are made once, the rest is {@code docker compose}'s. */
final class DockerStack {

    private static final int SECRET_BYTES = 32;

    /** The lines of {@code .env.example} that a random value stands behind. */
    private static final List<String> SECRETS =
            List.of(
                    "OTKLIK_AUTHOR_KEY",
                    "OTKLIK_CLICKHOUSE_PASSWORD",
                    "OTKLIK_GRAFANA_CLICKHOUSE_PASSWORD",
                    "OTKLIK_GRAFANA_PASSWORD");

    private final Path folder;
    private final PrintWriter err;
    private final String searchPath;

    DockerStack(Path root, PrintWriter err) {
        this(root, err, System.getenv("PATH"));
    }

    /**
     * @param searchPath where {@code docker} is looked for
     */
    DockerStack(Path root, PrintWriter err, String searchPath) {
        this.folder = root.resolve("deploy").resolve("docker");
        this.err = err;
        this.searchPath = searchPath;
    }

    /**
     * Starts or updates it, and is back when every part was started, those that others need
     * healthy.
     *
     * @throws CommandException if {@code docker compose} fails
     */
    void up() throws IOException, InterruptedException {
        Path docker =
                Stream.of(searchPath.split(File.pathSeparator))
                        .map(place -> Path.of(place, "docker"))
                        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        CommandException.failed(
                                                "There is no docker on the PATH; install Docker with its"
                                                        + " compose plugin, or leave --docker out."));
        Path secrets = folder.resolve(".env");
        if (Files.notExists(secrets)) {
            writeSecrets(secrets);
            err.println("Secrets were made in " + secrets + "; keep the author key for ever.");
            err.flush();
        }
        int code =
                new ProcessBuilder(
                                docker.toString(),
                                "compose",
                                "--file",
                                folder.resolve("compose.yaml").toString(),
                                "--env-file",
                                secrets.toString(),
                                "up",
                                "--build",
                                "--detach")
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw CommandException.failed(
                    "docker compose ended with code %d; it says above why.".formatted(code));
        }
    }

    /** Readable by its owner alone before anything stands in it. */
    private void writeSecrets(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        String text =
                Files.readAllLines(folder.resolve(".env.example")).stream()
                        .map(line -> filled(line, random))
                        .collect(Collectors.joining("\n", "", "\n"));
        Path next = file.resolveSibling(".env.new");
        Files.deleteIfExists(next);
        Files.createFile(
                next,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text, StandardCharsets.UTF_8);
        Files.move(next, file);
    }

    private static String filled(String line, SecureRandom random) {
        if (!line.endsWith("=") || !SECRETS.contains(line.substring(0, line.length() - 1))) {
            return line;
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return line + HexFormat.of().formatHex(secret);
    }
}
