package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Answers that need no engine. */
final class PlainHandler {

    private PlainHandler() {}

    /** {@code /ping}, {@code /replicas_status}, and {@code /} without a query. */
    static void ok(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "Ok.\n");
    }

    static void badRequest(HttpExchange exchange, String reason) throws IOException {
        answer(exchange, 400, reason + "\n");
    }

    static void notFound(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                404,
                "There is no handle "
                        + exchange.getRequestURI().getPath()
                        + "\n\nUse / or /ping for health checks.\nSend queries from your program"
                        + " with POST method or GET /?query=...\n");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
