package io.otklik.local.clickhouse;

import io.otklik.local.clickhouse.HttpClientOf.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator meets: kills, a second start, a taken port, a password, a missing npm. */
class ServerProcessITCase {

    @TempDir Path directory;

    private String data;

    @BeforeEach
    void chooseDirectory() {
        data = directory.resolve("data").toString();
    }

    @Test
    void findsTheDataAgainAfterAKill() throws Exception {
        try (ServerProcess first = start("a.log")) {
            HttpClientOf http = new HttpClientOf(first.awaitReady());
            http.query("CREATE DATABASE kept");
            http.query("CREATE TABLE kept.t (a UInt64) ENGINE = ReplacingMergeTree ORDER BY a");
            for (int i = 0; i < 20; i++) {
                http.query(
                        "INSERT INTO kept.t SELECT number FROM numbers(" + i * 1_000 + ", 1000)");
            }
            http.query("CREATE TABLE in_default (a UInt64) ENGINE = MergeTree ORDER BY a");
            http.query("INSERT INTO in_default VALUES (1)");
            first.kill();
        }
        long started = System.nanoTime();
        try (ServerProcess second = start("b.log")) {
            HttpClientOf http = new HttpClientOf(second.awaitReady());
            assertThat((System.nanoTime() - started) / 1_000_000).as("ms").isLessThan(5_000);
            assertThat(http.query("SELECT count(), sum(a) FROM kept.t"))
                    .isEqualTo("20000\t199990000");
            assertThat(http.query("SELECT count() FROM in_default")).isEqualTo("1");
            second.process().destroy();
            second.awaitEnd();
            assertThat(second.process().exitValue()).as("exit after SIGTERM").isEqualTo(143);
        }
    }

    @Test
    void aSecondProcessOnTheSameDataSaysSo() throws Exception {
        try (ServerProcess first = start("a.log")) {
            HttpClientOf http = new HttpClientOf(first.awaitReady());
            try (ServerProcess second = start("b.log")) {
                assertThat(second.awaitEnd())
                        .isEqualTo(
                                "Another process already serves "
                                        + data
                                        + ": stop it, or give another directory by --data.\n");
                assertThat(second.process().exitValue()).isEqualTo(1);
            }
            assertThat(http.query("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void stopsInTheMiddleOfALongQuery() throws Exception {
        try (ServerProcess server = start("a.log")) {
            HttpClientOf http = new HttpClientOf(server.awaitReady());
            CompletableFuture<Void> query =
                    CompletableFuture.runAsync(
                            () ->
                                    http.post(
                                            "max_block_size=10",
                                            "SELECT sum(sleepEachRow(0.1)) FROM numbers(1000)"));
            while (http.query("SELECT count() FROM system.processes").equals("1")) {
                Thread.sleep(20);
            }
            assertThat(query).isNotDone();
            server.process().destroy();
            server.awaitEnd();
            assertThat(server.process().exitValue()).isEqualTo(143);
            assertThat(query.handle((done, failed) -> "ended"))
                    .succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                ServerProcess server =
                        ServerProcess.start(
                                directory.resolve("a.log"),
                                Map.of(),
                                "--data",
                                data,
                                "--host",
                                "0.0.0.0",
                                "--port",
                                String.valueOf(taken.getLocalPort()))) {
            assertThat(server.awaitEnd())
                    .contains("Cannot listen on 0.0.0.0:" + taken.getLocalPort())
                    .contains("or give another by --port")
                    .hasLineCount(1);
            assertThat(server.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void aMissingNpmIsNamed() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(
                        directory.resolve("a.log"),
                        Map.of("PATH", directory.toString()),
                        "--data",
                        data,
                        "--port",
                        "0",
                        "--library",
                        directory.resolve("empty").toString())) {
            assertThat(server.awaitEnd()).contains("install Node.js 20 or newer").hasLineCount(1);
            assertThat(server.process().exitValue()).isEqualTo(1);
        }
    }

    @Test
    void asksForThePassword() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cret\n");
        try (ServerProcess server =
                start("a.log", "--user", "operator", "--password-file", secret.toString())) {
            HttpClientOf http = new HttpClientOf(server.awaitReady());
            Answer refused = http.post("", "SELECT 1");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).startsWith("Code: 516. DB::Exception: default: ");
            assertThat(
                            http.post(
                                            "",
                                            "SELECT 1",
                                            "X-ClickHouse-User",
                                            "operator",
                                            "X-ClickHouse-Key",
                                            "s3cret")
                                    .text())
                    .isEqualTo("1\n");
            assertThat(http.get("/ping").text()).isEqualTo("Ok.\n");
        }
    }

    private ServerProcess start(String log, String... more) throws IOException {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(new String[] {"--data", data, "--port", "0"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return ServerProcess.start(directory.resolve(log), Map.of(), arguments);
    }
}
