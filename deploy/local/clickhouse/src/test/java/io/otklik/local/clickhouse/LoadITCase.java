package io.otklik.local.clickhouse;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Large inserts, many clients at once, and clients that go away. */
class LoadITCase {

    @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();

    private static final int CLIENTS = 8;

    private HttpClientOf http;
    private String table;

    @BeforeEach
    void createTable() {
        http = new HttpClientOf(CLICKHOUSE.httpUrl());
        table = CLICKHOUSE.newDatabase() + ".t";
        http.query(
                "CREATE TABLE "
                        + table
                        + " (id UInt64, text String) ENGINE = MergeTree ORDER BY id");
    }

    @Test
    void countsAMillionBinaryRowsBack() throws IOException {
        HttpURLConnection connection = open("INSERT INTO " + table + " FORMAT RowBinary");
        try (OutputStream out = connection.getOutputStream()) {
            for (int block = 0; block < 100; block++) {
                out.write(rows(block * 10_000L, 10_000));
            }
        }
        assertThat(connection.getResponseCode()).isEqualTo(200);
        assertThat(connection.getHeaderField("X-ClickHouse-Summary"))
                .contains("\"written_rows\":\"1000000\"");
        assertThat(
                        http.query(
                                "SELECT count(), uniqExact(id), sum(id), countIf(text !="
                                        + " concat('№', toString(id), '\\n\\0')) FROM "
                                        + table))
                .isEqualTo("1000000\t1000000\t499999500000\t0");
    }

    @Test
    void twoInsertsAtOnceDoNotMix() throws IOException {
        HttpURLConnection first = open("INSERT INTO " + table + " FORMAT RowBinary");
        HttpURLConnection second = open("INSERT INTO " + table + " FORMAT RowBinary");
        try (OutputStream a = first.getOutputStream();
                OutputStream b = second.getOutputStream()) {
            for (int i = 0; i < 20; i++) {
                a.write(rows(i * 2_000L, 1_000));
                a.flush();
                b.write(rows(i * 2_000L + 1_000, 1_000));
                b.flush();
            }
        }
        assertThat(first.getResponseCode()).isEqualTo(200);
        assertThat(second.getResponseCode()).isEqualTo(200);
        assertThat(http.query("SELECT count(), uniqExact(id), max(id) FROM " + table))
                .isEqualTo("40000\t40000\t39999");
    }

    @Test
    void eightClientsAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Callable<String>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            work.add(() -> number % 2 == 0 ? insertTenTimes(number) : selectTenTimes(number));
        }
        for (Future<String> done : clients.invokeAll(work)) {
            assertThat(done.get()).isEqualTo("good");
        }
        clients.shutdown();
        assertThat(http.query("SELECT count(), uniqExact(id) FROM " + table))
                .isEqualTo("40000\t40000");
    }

    private String insertTenTimes(int client) {
        for (int i = 0; i < 10; i++) {
            byte[] rows = rows(client * 10_000L + i * 1_000L, 1_000);
            int status = http.insert("INSERT INTO " + table + " FORMAT RowBinary", rows).status();
            if (status != 200) {
                return "status " + status;
            }
        }
        return "good";
    }

    private String selectTenTimes(int client) {
        for (int i = 0; i < 10; i++) {
            String settings = "max_block_size=" + (1_000 + client) + "&param_n=" + client;
            String answer =
                    http.post(
                                    settings,
                                    "SELECT getSetting('max_block_size') - 1000, {n:UInt32},"
                                            + " count() >= 0 FROM "
                                            + table)
                            .text();
            if (!answer.equals(client + "\t" + client + "\t1\n")) {
                return answer;
            }
        }
        return "good";
    }

    @Test
    void aClientThatLeavesALargeSelectFreesItsPlace() throws Exception {
        for (int i = 0; i < 40; i++) {
            try (Socket socket =
                    request("SELECT number, repeat('x', 100) FROM numbers(50000000)")) {
                socket.getInputStream().readNBytes(10_000);
            }
        }
        // More went away than there are connections: a leak would block this.
        assertThat(http.query("SELECT 1")).isEqualTo("1");
        assertEventuallyNoOtherQueryRuns();
    }

    @Test
    void aHalfSentInsertStoresNothing() throws Exception {
        byte[] rows = rows(0, 5_000);
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket("127.0.0.1", CLICKHOUSE.port())) {
                String query = HttpClientOf.encode("INSERT INTO " + table + " FORMAT RowBinary");
                String head =
                        "POST /?query="
                                + query
                                + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                                + (rows.length + 1_000_000)
                                + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(UTF_8));
                socket.getOutputStream().write(rows, 0, rows.length - 3);
                socket.getOutputStream().flush();
            }
        }
        assertThat(http.insert("INSERT INTO " + table + " FORMAT RowBinary", rows).status())
                .isEqualTo(200);
        assertEventuallyNoOtherQueryRuns();
        assertThat(http.query("SELECT count() FROM " + table)).isEqualTo("5000");
    }

    private void assertEventuallyNoOtherQueryRuns() throws InterruptedException {
        String running = "";
        for (int i = 0; i < 100; i++) {
            running = http.query("SELECT count() FROM system.processes");
            if (running.equals("1")) {
                return;
            }
            Thread.sleep(50);
        }
        assertThat(running).as("running queries").isEqualTo("1");
    }

    @Test
    void anErrorAmongTheDataIsMarked() throws IOException {
        try (Socket socket =
                        request(
                                "SELECT throwIf(number = 1500000, 'mark') FROM numbers(2000000)"
                                        + " SETTINGS max_threads = 1");
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            List<String> lines = reader.lines().toList();
            assertThat(lines.get(0)).contains("200");
            assertThat(lines).contains("__exception__");
            assertThat(lines).anyMatch(line -> line.startsWith("Code: 395. DB::Exception: mark"));
            assertThat(lines.get(lines.size() - 1)).as("end of chunks").isNotEqualTo("0");
        }
    }

    private Socket request(String sql) throws IOException {
        Socket socket = new Socket("127.0.0.1", CLICKHOUSE.port());
        byte[] body = sql.getBytes(UTF_8);
        String head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(body);
        return socket;
    }

    private HttpURLConnection open(String sql) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection)
                        URI.create(CLICKHOUSE.httpUrl() + "/?query=" + HttpClientOf.encode(sql))
                                .toURL()
                                .openConnection();
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(64 * 1024);
        return connection;
    }

    /** Rows of an id and a short text with Cyrillic, a line break and a zero byte. */
    private static byte[] rows(long first, int count) {
        ByteBuffer buffer = ByteBuffer.allocate(count * 40).order(ByteOrder.LITTLE_ENDIAN);
        for (long id = first; id < first + count; id++) {
            byte[] text = ("№" + id + "\n\0").getBytes(UTF_8);
            buffer.putLong(id).put((byte) text.length).put(text);
        }
        byte[] rows = new byte[buffer.position()];
        buffer.flip().get(rows);
        return rows;
    }
}
