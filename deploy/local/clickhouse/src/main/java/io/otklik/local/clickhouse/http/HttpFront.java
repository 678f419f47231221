package io.otklik.local.clickhouse.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.otklik.local.clickhouse.engine.Engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** ClickHouse's HTTP interface in front of an engine. */
public final class HttpFront implements AutoCloseable {

    /** More than the engine's connections, so that a ping is answered while queries wait. */
    private static final int THREADS = 64;

    /** The engine parses on the caller's stack. */
    private static final long STACK_BYTES = 8L * 1024 * 1024;

    private static final long LARGEST_RESULT_FILE = 2L * 1024 * 1024 * 1024;
    private static final Duration STALL = Duration.ofMinutes(5);

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final StallGuard guard;
    private final SpoolGuard spoolGuard;

    private HttpFront(HttpServer server, Engine engine, String user, String password) {
        this.server = server;
        this.threads = threads();
        this.guard = new StallGuard(STALL);
        this.spoolGuard = new SpoolGuard(engine, LARGEST_RESULT_FILE);
        QueryHandler queries =
                new QueryHandler(engine, new Authenticator(user, password), guard, spoolGuard);
        server.setExecutor(threads);
        server.createContext("/", exchange -> route(exchange, queries));
        server.start();
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the port is taken
     */
    public static HttpFront listen(
            InetSocketAddress address, Engine engine, String user, String password)
            throws IOException {
        // Read once by the JDK's server: without it small answers wait for the client's ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new HttpFront(HttpServer.create(address, 128), engine, user, password);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void route(HttpExchange exchange, QueryHandler queries) throws IOException {
        try {
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=10");
            String path = exchange.getRequestURI().getPath();
            boolean get = !exchange.getRequestMethod().equals("POST");
            boolean query =
                    UrlParameters.of(exchange.getRequestURI().getRawQuery()).containsKey("query");
            switch (path) {
                case "/ping", "/replicas_status" -> PlainHandler.ok(exchange);
                case "/", "", "/query" -> {
                    if (get && !query) {
                        PlainHandler.ok(exchange);
                    } else {
                        queries.handle(exchange);
                    }
                }
                default -> PlainHandler.notFound(exchange);
            }
        } catch (IllegalArgumentException e) {
            PlainHandler.badRequest(exchange, "The URL cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            System.getLogger(HttpFront.class.getName())
                    .log(System.Logger.Level.ERROR, "A request failed unexpectedly", e);
            exchange.close();
        }
    }

    private static ThreadPoolExecutor threads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        30,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            Thread thread =
                                    new Thread(
                                            null,
                                            task,
                                            "clickhouse-http-" + number.incrementAndGet(),
                                            STACK_BYTES);
                            thread.setDaemon(true);
                            return thread;
                        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Takes no more requests and cuts those that do not end within a second. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
        guard.close();
        spoolGuard.close();
    }
}
