package io.otklik.cli;

import io.otklik.connectors.clickhouse.ClickHouseOptions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** ClickHouse's HTTP interface, as far as a question needs it. */
public final class ClickHouseHttp {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final ClickHouseOptions target;
    private final String password;

    public ClickHouseHttp(ClickHouseOptions target, String password) {
        this.target = target;
        this.password = password;
    }

    /**
     * Sends a statement.
     *
     * @param format of the answer, unless the statement names one
     * @return the answer's bytes as they come
     * @throws CommandException with ClickHouse's own words if it refuses
     */
    public InputStream query(String sql, String format) throws IOException {
        return query(sql, format, false);
    }

    /**
     * Sends a statement.
     *
     * @param readOnly whether ClickHouse is to refuse what writes; the statement may still have
     *     settings and a format of its own
     */
    InputStream query(String sql, String format, boolean readOnly) throws IOException {
        // Errors found while rows are written would otherwise end a half answer with code 200.
        String url =
                target.url()
                        + "/?wait_end_of_query=1&database="
                        + URLEncoder.encode(target.database(), StandardCharsets.UTF_8)
                        + "&default_format="
                        + URLEncoder.encode(format, StandardCharsets.UTF_8)
                        + (readOnly ? "&readonly=2" : "");
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        connection.setRequestProperty("X-ClickHouse-User", target.user());
        if (!password.isEmpty()) {
            connection.setRequestProperty("X-ClickHouse-Key", password);
        }
        connection.setDoOutput(true);
        int code;
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(sql.getBytes(StandardCharsets.UTF_8));
            }
            code = connection.getResponseCode();
        } catch (IOException e) {
            throw CommandException.failed(
                    "No ClickHouse answers on %s (%s); start the local stack by otklik up or give another address by --clickhouse-url."
                            .formatted(target.url(), e.getMessage()),
                    e);
        }
        if (code == 200) {
            return connection.getInputStream();
        }
        String text = "";
        if (connection.getErrorStream() != null) {
            try (InputStream error = connection.getErrorStream()) {
                text = new String(error.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        }
        throw CommandException.failed(
                text.isEmpty()
                        ? "ClickHouse answered with HTTP %d.".formatted(code)
                        : ClickHouseRefusal.words(text));
    }

    /** The answer to a question that has one short line; empty to a statement that has none. */
    public String line(String sql) throws IOException {
        try (InputStream answer = query(sql, "TSV")) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
