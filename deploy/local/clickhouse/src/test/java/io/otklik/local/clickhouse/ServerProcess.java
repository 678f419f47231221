package io.otklik.local.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, as the local stack starts it. */
record ServerProcess(Process process, Path log) implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("is ready on (http://\\S+)");

    static ServerProcess start(Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-Dotklik.home=" + System.getProperty("otklik.home"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClickHouseServer.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), log);
    }

    /** Waits for the line that says it is ready; gives its address. */
    String awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            Matcher matcher = READY.matcher(Files.readString(log));
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Not ready: " + Files.readString(log));
    }

    /** Waits for the end; gives what it printed. */
    String awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running: " + Files.readString(log));
        }
        return Files.readString(log);
    }

    /** As kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
