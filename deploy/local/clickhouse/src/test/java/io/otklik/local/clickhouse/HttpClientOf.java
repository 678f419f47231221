package io.otklik.local.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Plain HTTP requests to one server. */
record HttpClientOf(String url) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer: status, headers, bytes. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    /** Sends the query as the body, with URL parameters such as {@code a=1&b=2}. */
    Answer post(String parameters, String sql, String... headers) {
        return post(parameters, sql.getBytes(UTF_8), headers);
    }

    Answer post(String parameters, byte[] body, String... headers) {
        return send(request("/?" + parameters, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Sends the query in the URL and the data as the body. */
    Answer insert(String sql, byte[] data, String... headers) {
        return post("query=" + encode(sql), data, headers);
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** The result of a query that must be good, without the last line break. */
    String query(String sql) {
        Answer answer = post("", sql);
        if (answer.status() != 200) {
            throw new AssertionError(sql + ": " + answer.text());
        }
        return answer.text().stripTrailing();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
