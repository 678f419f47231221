package io.otklik.local.flink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A JobManager's REST interface that lists the jobs it is told of and counts those it starts. */
final class FakeFlink implements AutoCloseable {

    /** Id of every job that it starts; which it does not list. */
    static final String NEW_RUN = "a1";

    private final ArrayNode jobs = Json.MAPPER.createArrayNode();
    private final AtomicInteger runs = new AtomicInteger();
    private final HttpServer server;

    FakeFlink() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many jobs were started. */
    int runs() {
        return runs.get();
    }

    /** Lists one more job, as the newest. */
    void lists(String name, String id, String state) {
        ObjectNode job = jobs.addObject();
        job.put("jid", id).put("name", name).put("state", state).put("start-time", jobs.size());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            ObjectNode answer = Json.MAPPER.createObjectNode();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/jobs/overview")) {
                answer.set("jobs", jobs);
            } else if (path.equals("/jars/upload")) {
                answer.put("filename", "/tmp/jar");
            } else if (path.endsWith("/run")) {
                runs.incrementAndGet();
                answer.put("jobid", NEW_RUN);
            }
            byte[] bytes = Json.MAPPER.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
