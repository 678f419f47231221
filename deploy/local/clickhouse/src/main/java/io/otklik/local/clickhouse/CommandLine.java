package io.otklik.local.clickhouse;

import io.otklik.local.clickhouse.engine.EngineOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the arguments of the server process. */
final class CommandLine {

    static final String USAGE =
            """
            Usage: ClickHouseServer --data DIR --port N [--host 127.0.0.1]
                                    [--user NAME --password-file FILE]
                                    [--library DIR] [--memory MIB]
            Serves the ClickHouse engine over ClickHouse's HTTP interface until it is stopped.
              --data           directory of the data, made if need be
              --port           port to listen on; 0 picks a free one
              --host           address to listen on (127.0.0.1)
              --user           the one user (default)
              --password-file  file whose first line is the password (no password)
              --library        where libchdb lies or is installed (<otklik.home>/.otklik/chdb)
              --memory         most memory of queries and caches, MiB (768)
            Example: ClickHouseServer --data .otklik/clickhouse --port 8123
            """;

    private static final List<String> NAMES =
            List.of(
                    "--data",
                    "--port",
                    "--host",
                    "--user",
                    "--password-file",
                    "--library",
                    "--memory");

    private CommandLine() {}

    static ServerConfig parse(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new StartupException("There is no option " + name + ": see --help.");
            }
            if (i + 1 == arguments.size()) {
                throw new StartupException("Give a value after " + name + ": see --help.");
            }
            given.put(name, arguments.get(i + 1));
        }
        if (!given.containsKey("--data") || !given.containsKey("--port")) {
            throw new StartupException("Give --data DIR and --port N: see --help.");
        }
        String library = given.get("--library");
        return new ServerConfig(
                Path.of(given.get("--data")),
                given.getOrDefault("--host", "127.0.0.1"),
                number(given, "--port", "0", 0, 65535),
                given.getOrDefault("--user", "default"),
                password(given.get("--password-file")),
                library == null ? null : Path.of(library),
                new EngineOptions(
                        number(
                                given,
                                "--memory",
                                String.valueOf(EngineOptions.DEFAULT.memoryMegabytes()),
                                200,
                                1_000_000)));
    }

    private static int number(
            Map<String, String> given, String name, String otherwise, int least, int most) {
        String text = given.getOrDefault(name, otherwise);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same sentence.
        }
        throw new StartupException(
                "Give "
                        + name
                        + " a number from "
                        + least
                        + " to "
                        + most
                        + ", not \""
                        + text
                        + "\".");
    }

    private static String password(String file) {
        if (file == null) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new StartupException(
                    "Cannot read the password file " + file + ": check --password-file.");
        }
    }
}
