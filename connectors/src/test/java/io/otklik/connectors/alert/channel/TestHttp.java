package io.otklik.connectors.alert.channel;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A real HTTP server on a free port of 127.0.0.1 that remembers requests. */
public final class TestHttp implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Response> answers = request -> new Response(200, "{}");

    /** A request with its headers by lower-case name. */
    public record Request(String path, Map<String, String> headers, String body) {}

    /** An answer. */
    public record Response(int code, String body, Map<String, String> headers) {
        public Response(int code, String body) {
            this(code, body, Map.of());
        }
    }

    public TestHttp() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/",
                exchange -> {
                    Request request =
                            new Request(
                                    exchange.getRequestURI().getPath(),
                                    exchange.getRequestHeaders().entrySet().stream()
                                            .collect(
                                                    Collectors.toMap(
                                                            header ->
                                                                    header.getKey()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT),
                                                            header -> header.getValue().get(0))),
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    requests.add(request);
                    Response response = answers.apply(request);
                    response.headers().forEach(exchange.getResponseHeaders()::set);
                    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(
                            response.code(), body.length == 0 ? -1 : body.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answer(Function<Request, Response> function) {
        answers = function;
    }

    public void answer(int code, String body) {
        answers = request -> new Response(code, body);
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
