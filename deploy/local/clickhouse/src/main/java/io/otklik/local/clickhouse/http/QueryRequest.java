package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.otklik.local.clickhouse.engine.Session;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What URL and headers of a request ask for.
 *
 * @param query the URL's part of the query text; empty if the body holds all
 * @param defaultFormat format of a result whose query names none
 * @param compress packs the answer into ClickHouse's LZ4 blocks
 * @param decompress the body comes in such blocks
 * @param waitEndOfQuery answers only when the query has ended, so that its error has a status
 * @param protocolVersion {@code client_protocol_version}; 0 if not given
 */
record QueryRequest(
        String query,
        String queryId,
        String defaultFormat,
        boolean compress,
        boolean decompress,
        boolean waitEndOfQuery,
        int protocolVersion,
        Session session) {

    /** Parameters of the HTTP interface; every other one is a setting. */
    private static final Set<String> RESERVED =
            Set.of(
                    "query",
                    "query_id",
                    "database",
                    "default_format",
                    "compress",
                    "decompress",
                    "wait_end_of_query",
                    "buffer_size",
                    "client_protocol_version",
                    "user",
                    "password",
                    "quota_key",
                    "role",
                    "stacktrace",
                    "session_id",
                    "session_check",
                    "session_timeout",
                    "close_session");

    static QueryRequest of(HttpExchange exchange) {
        return of(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders());
    }

    static QueryRequest of(String method, URI uri, Headers headers) {
        Map<String, String> url = UrlParameters.of(uri.getRawQuery());
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        url.forEach(
                (name, value) -> {
                    if (name.startsWith("param_")) {
                        parameters.put(name.substring("param_".length()), value);
                    } else if (!RESERVED.contains(name)) {
                        settings.put(name, value);
                    }
                });
        String database = url.getOrDefault("database", headers.getFirst("X-ClickHouse-Database"));
        String header = headers.getFirst("X-ClickHouse-Format");
        String format = url.getOrDefault("default_format", header);
        return new QueryRequest(
                url.getOrDefault("query", ""),
                queryId(url.get("query_id")),
                format == null || format.isBlank() ? "TabSeparated" : format,
                isOn(url.get("compress")),
                isOn(url.get("decompress")),
                isOn(url.get("wait_end_of_query")),
                number(url.get("client_protocol_version")),
                new Session(database, settings, parameters, method.equals("GET")));
    }

    /** The value of a setting of this request; null if it is not given. */
    String setting(String name) {
        return session.settings().get(name);
    }

    static boolean isOn(String value) {
        return value != null && (value.equals("1") || value.equalsIgnoreCase("true"));
    }

    private static String queryId(String given) {
        // It goes back in a header: nothing that could break one.
        boolean usable = given != null && given.matches("[\\x21-\\x7e]{1,200}");
        return usable ? given : UUID.randomUUID().toString();
    }

    private static int number(String value) {
        try {
            return value == null ? 0 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
