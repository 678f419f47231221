package io.otklik.cli;

import io.otklik.local.Home;
import io.otklik.local.LocalStack;
import io.otklik.local.Part;
import io.otklik.local.PartStatus;
import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.StackStatus;
import io.otklik.local.kafka.Backlog;
import io.otklik.local.process.Ports;
import io.otklik.schemas.Topic;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A whole stack on free ports in a folder of its own, driven by the commands a user types. */
final class TestStack implements AutoCloseable {

    private static final List<Topic> RAW =
            List.of(Topic.RAW_VK, Topic.RAW_TELEGRAM, Topic.RAW_MESSAGE);
    private static final List<Topic> RECORDS =
            List.of(
                    Topic.MESSAGE,
                    Topic.COUNTER,
                    Topic.COMMUNITY,
                    Topic.APPEAL,
                    Topic.APPEAL_EVENT,
                    Topic.INCIDENT,
                    Topic.RESPONSE_WINDOW,
                    Topic.ENGAGEMENT_WINDOW,
                    Topic.DEAD_LETTER);

    private final Path folder;
    private final LocalStack stack;

    /**
     * @param up further words of the command that starts it
     */
    TestStack(Path folder, String... up) throws IOException {
        this.folder = folder;
        this.stack = new LocalStack(Home.find(), new StackFolder(folder));
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "up",
                                "--kafka-port",
                                Integer.toString(Ports.free()),
                                "--flink-port",
                                Integer.toString(Ports.free()),
                                "--clickhouse-port",
                                Integer.toString(Ports.free())));
        words.addAll(List.of(up));
        run(words.toArray(String[]::new));
        try {
            run("migrate");
            run("submit");
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    /** Runs a command, which must succeed; gives what it printed. */
    String run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--dir", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Otklik.commandLine(new PrintWriter(out), new PrintWriter(err))
                        .execute(all.toArray(String[]::new));
        assertThat(code).as("%s: %s %s", all, out, err).isZero();
        return out.toString();
    }

    /** One cell or row of a query's answer. */
    String query(String sql) {
        return run("query", "--format", "TSV", sql).strip();
    }

    String bootstrapServers() {
        return stack.settings().bootstrapServers();
    }

    /** Kills a part's process as a crash would. */
    void kill(Part part) throws InterruptedException {
        long pid =
                stack.status().parts().stream()
                        .filter(status -> status.part() == part)
                        .map(PartStatus::pid)
                        .findFirst()
                        .orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Kills every process at once, also the one that looks after the others, and starts anew. */
    void cutPower() throws InterruptedException {
        StackStatus status = stack.status();
        List<ProcessHandle> processes =
                Stream.concat(
                                Stream.of(status.supervisorPid()),
                                status.parts().stream().map(PartStatus::pid))
                        .filter(Objects::nonNull)
                        .flatMap(pid -> ProcessHandle.of(pid).stream())
                        .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        run("up");
    }

    /** Waits until every job has read all there is and every row is stored. */
    void awaitWorkedThrough(Duration patience) throws Exception {
        StackSettings settings = stack.settings();
        long deadline = System.nanoTime() + patience.toNanos();
        try (Backlog backlog = new Backlog(settings.bootstrapServers())) {
            while (!isEmpty(backlog, "otklik-normalize", RAW)
                    || !isEmpty(backlog, "otklik-appeals", List.of(Topic.MESSAGE, Topic.COMMUNITY))
                    || !isEmpty(backlog, "otklik-incidents", List.of(Topic.APPEAL))
                    || !isEmpty(backlog, "otklik-response", List.of(Topic.APPEAL))
                    || !isEmpty(backlog, "otklik-engagement", List.of(Topic.MESSAGE, Topic.COUNTER))
                    || !isEmpty(backlog, "otklik-store", RECORDS)) {
                assertThat(System.nanoTime()).as("worked through in time").isLessThan(deadline);
                Thread.sleep(500);
            }
        }
    }

    private static boolean isEmpty(Backlog backlog, String group, List<Topic> topics)
            throws Exception {
        return backlog.isEmpty(group, topics.stream().map(Topic::topicName).toList());
    }

    @Override
    public void close() {
        run("down");
    }
}
