package io.otklik.local.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A JobManager's REST interface that lists the jobs it is told of and counts those it starts. */
public final class FakeFlink implements AutoCloseable {

    /** Id of every job that it starts; which it does not list. */
    public static final String NEW_RUN = "a1";

    private final ArrayNode jobs = Json.MAPPER.createArrayNode();
    private final ArrayNode configuration = Json.MAPPER.createArrayNode();
    private final Map<String, ObjectNode> states = new ConcurrentHashMap<>();
    private final AtomicInteger runs = new AtomicInteger();
    private volatile JsonNode lastRun;
    private volatile String planFault;
    private final HttpServer server;

    public FakeFlink() {
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

    public int port() {
        return server.getAddress().getPort();
    }

    /** How many jobs were started. */
    public int runs() {
        return runs.get();
    }

    /** Lists one more job, as the newest. */
    public void lists(String name, String id, String state) {
        ObjectNode job = jobs.addObject();
        job.put("jid", id).put("name", name).put("state", state).put("start-time", jobs.size());
    }

    /** Has the JobManager configured so. */
    public void configures(String key, String value) {
        configuration.addObject().put("key", key).put("value", value);
    }

    /**
     * Tells the path of a job's checkpoint.
     *
     * @param kind completed, savepoint or restored
     */
    public void hasState(String id, String kind, int number, String path) {
        states.computeIfAbsent(id, none -> Json.MAPPER.createObjectNode())
                .withObject("/latest/" + kind)
                .put("id", number)
                .put("external_path", path);
    }

    /** What the newest job was started with; null if none was. */
    public JsonNode lastRun() {
        return lastRun;
    }

    /** Has every main method that only lays out its job fail with these words. */
    public void refusesPlans(String fault) {
        planFault = fault;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            JsonNode answer = Json.MAPPER.createObjectNode();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/jobs/overview")) {
                answer = Json.MAPPER.createObjectNode().set("jobs", jobs);
            } else if (path.equals("/jars/upload")) {
                answer = Json.MAPPER.createObjectNode().put("filename", "/tmp/jar");
            } else if (path.endsWith("/run")) {
                runs.incrementAndGet();
                lastRun = Json.MAPPER.readTree(request);
                answer = Json.MAPPER.createObjectNode().put("jobid", NEW_RUN);
            } else if (path.equals("/jobmanager/config")) {
                answer = configuration;
            } else if (path.endsWith("/checkpoints")) {
                answer = states.getOrDefault(path.split("/")[2], Json.MAPPER.createObjectNode());
            }
            boolean refused = path.endsWith("/plan") && planFault != null;
            if (refused) {
                answer = Json.MAPPER.createObjectNode();
                ((ObjectNode) answer).withArray("errors").add(planFault);
            }
            byte[] bytes = Json.MAPPER.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(refused ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
