package io.otklik.grafana.query;

import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.schemas.migration.MigrationSettings;
import io.otklik.schemas.migration.Migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One database of a ClickHouse behind its HTTP interface. */
public final class Engine {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI uri;
    private final String database;

    public Engine(String url, String database) {
        // What is no number must not look like nothing.
        this.uri = URI.create(url + "/?output_format_json_quote_denormals=1");
        this.database = database;
    }

    /** A database of its own with every table. */
    public static Engine migrated(ClickHouseExtension server) {
        String database = server.newDatabase();
        Migrations.run(server.jdbcUrl(database), "default", "", MigrationSettings.singleServer());
        return new Engine(server.httpUrl(), database);
    }

    /** Runs a statement that gives nothing. */
    public void run(String sql) {
        send(sql, "TabSeparated");
    }

    /** Runs a query. */
    public Answer ask(String sql) {
        return Answer.read(send(sql, Answer.FORMAT));
    }

    private String send(String sql, String format) {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("X-ClickHouse-Database", database)
                        .header("X-ClickHouse-Format", format)
                        .timeout(Duration.ofHours(1))
                        .POST(BodyPublishers.ofString(sql))
                        .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(response.body() + "\nin\n" + sql);
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
