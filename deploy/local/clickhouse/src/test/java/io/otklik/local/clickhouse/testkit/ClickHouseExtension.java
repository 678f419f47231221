package io.otklik.local.clickhouse.testkit;

import io.otklik.local.clickhouse.ClickHouseServer;
import io.otklik.local.clickhouse.ServerConfig;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One real ClickHouse for all tests of a JVM, on a free port and an empty directory; the engine
 * allows no second. Tests keep apart by databases of their own.
 *
 * <pre>{@code
 * @RegisterExtension static final ClickHouseExtension CLICKHOUSE = new ClickHouseExtension();
 * String url = CLICKHOUSE.jdbcUrl(CLICKHOUSE.newDatabase());
 * }</pre>
 */
public final class ClickHouseExtension implements BeforeAllCallback {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Override
    public void beforeAll(ExtensionContext context) {
        running();
    }

    /** For example {@code http://127.0.0.1:40123}. */
    public String httpUrl() {
        return running().httpUrl();
    }

    public int port() {
        return running().port();
    }

    /** The address of database {@code default} for the JDBC driver. */
    public String jdbcUrl() {
        return running().jdbcUrl();
    }

    /** The address of another database for the JDBC driver. */
    public String jdbcUrl(String database) {
        return running().jdbcUrl(database);
    }

    /** Makes an empty database and gives its name. */
    public String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        query("CREATE DATABASE " + name);
        return name;
    }

    /** Runs a statement; gives its result as TabSeparated text without the last line break. */
    public String query(String sql) {
        return query("default", sql);
    }

    /** The same in a database whose tables need not be named with it. */
    public String query(String database, String sql) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(httpUrl() + "/?database=" + database))
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build();
        try {
            HttpResponse<String> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(sql + ": " + response.body());
            }
            return response.body().stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static ClickHouseServer running() {
        return Running.SERVER;
    }

    /** Started by its first use, stopped with the JVM. */
    private static final class Running {

        static final ClickHouseServer SERVER = start();

        private static ClickHouseServer start() {
            try {
                Path data = Files.createTempDirectory("otklik-clickhouse");
                ClickHouseServer server = ClickHouseServer.start(ServerConfig.local(data, 0));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(ClickHouseServer server, Path data) {
            server.close();
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
