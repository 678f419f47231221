package io.otklik.local.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.local.LocalStackException;
import io.otklik.schemas.Json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of Flink's REST interface that starting and watching jobs needs. */
public final class FlinkRest {

    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;

    /** A job's main method runs inside the request. */
    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final String url;

    /**
     * @param url for example {@code http://127.0.0.1:8081}
     */
    public FlinkRest(String url) {
        this.url = url;
    }

    /** Task slots of all registered TaskManagers. */
    public int slots() throws IOException {
        return get("/overview").path("slots-total").asInt();
    }

    /** All jobs that the JobManager remembers, newest first. */
    public List<FlinkJob> jobs() throws IOException {
        List<FlinkJob> jobs = new ArrayList<>();
        for (JsonNode job : get("/jobs/overview").path("jobs")) {
            jobs.add(
                    new FlinkJob(
                            job.path("jid").asText(),
                            job.path("name").asText(),
                            job.path("state").asText(),
                            job.path("start-time").asLong()));
        }
        jobs.sort((a, b) -> Long.compare(b.startMillis(), a.startMillis()));
        return jobs;
    }

    /** Whether the job has started and every task of it runs. */
    public boolean allTasksRun(String jobId) throws IOException {
        JsonNode job = get("/jobs/" + jobId);
        boolean all = job.path("state").asText().equals("RUNNING");
        for (JsonNode vertex : job.path("vertices")) {
            all &= vertex.path("status").asText().equals("RUNNING");
        }
        return all;
    }

    /**
     * Path of the newest state of a job's run: its newest complete checkpoint or savepoint, or, if
     * it had none, what it started from; null if that was an empty state.
     */
    public String latestState(String jobId) throws IOException {
        JsonNode latest = get("/jobs/" + jobId + "/checkpoints").path("latest");
        JsonNode newest = latest.path("restored");
        for (String kind : List.of("completed", "savepoint")) {
            JsonNode one = latest.path(kind);
            if (one.path("id").asLong(-1) > newest.path("id").asLong(-1)) {
                newest = one;
            }
        }
        return newest.path("external_path").asText(null);
    }

    /** Path of the checkpoint that a job last started from; empty if it had an empty state. */
    public String restoredFrom(String jobId) throws IOException {
        return get("/jobs/" + jobId + "/checkpoints")
                .path("latest")
                .path("restored")
                .path("external_path")
                .asText("");
    }

    /** An entry of the JobManager's configuration; null if it has none. */
    public String configured(String key) throws IOException {
        for (JsonNode entry : get("/jobmanager/config")) {
            if (entry.path("key").asText().equals(key)) {
                return entry.path("value").asText();
            }
        }
        return null;
    }

    /** Root cause of a job's last failure, one line; empty if it had none. */
    public String lastFailure(String jobId) throws IOException {
        JsonNode entries =
                get("/jobs/" + jobId + "/exceptions").path("exceptionHistory").path("entries");
        return entries.isEmpty()
                ? ""
                : FlinkErrors.rootCause(entries.get(0).path("stacktrace").asText());
    }

    /** How long a job has run, from its start to now or its end. */
    public long durationMillis(String jobId) throws IOException {
        return get("/jobs/" + jobId).path("duration").asLong();
    }

    /** Uploads a jar and gives its id. */
    public String upload(Path jar) throws IOException {
        String boundary = "otklik-" + Long.toHexString(System.nanoTime());
        byte[] head =
                ("--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\n"
                                + "Content-Type: application/x-java-archive\r\n\r\n")
                        .formatted(boundary, jar.getFileName())
                        .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        HttpURLConnection connection = open("POST", "/jars/upload");
        connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + boundary);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(head.length + Files.size(jar) + tail.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(head);
            Files.copy(jar, out);
            out.write(tail);
        }
        String file = answer(connection).path("filename").asText();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Forgets an uploaded jar; running jobs keep their copy. */
    public void deleteJar(String jarId) throws IOException {
        answer(open("DELETE", "/jars/" + jarId));
    }

    /**
     * Runs a job of an uploaded jar and gives the job's id.
     *
     * @param configuration Flink options of this job alone
     * @param restore checkpoint or savepoint to start from; null for an empty state
     */
    public String run(
            String jarId,
            String mainClass,
            List<String> arguments,
            Map<String, String> configuration,
            RestorePoint restore)
            throws IOException {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("entryClass", mainClass);
        arguments.forEach(body.withArray("programArgsList")::add);
        configuration.forEach(body.withObject("/flinkConfiguration")::put);
        if (restore != null) {
            body.put("savepointPath", restore.path());
            body.put("claimMode", restore.owned() ? "CLAIM" : "NO_CLAIM");
        }
        return post("/jars/" + jarId + "/run", body).path("jobid").asText();
    }

    /**
     * Has a job's main method read its arguments and lay out the job, and starts nothing.
     *
     * @throws LocalStackException with what the main method says against the arguments
     */
    public void plan(String jarId, String mainClass, List<String> arguments) throws IOException {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("entryClass", mainClass);
        arguments.forEach(body.withArray("programArgsList")::add);
        post("/jars/" + jarId + "/plan", body);
    }

    private JsonNode post(String path, ObjectNode body) throws IOException {
        HttpURLConnection connection = open("POST", path);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(Json.MAPPER.writeValueAsBytes(body));
        }
        return answer(connection);
    }

    private JsonNode get(String path) throws IOException {
        return answer(open("GET", path));
    }

    private HttpURLConnection open(String method, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        connection.setReadTimeout(READ_TIMEOUT_MILLIS);
        return connection;
    }

    private static JsonNode answer(HttpURLConnection connection) throws IOException {
        try {
            int code = connection.getResponseCode();
            if (code >= 400) {
                InputStream errors = connection.getErrorStream();
                try (InputStream body =
                        errors == null ? new ByteArrayInputStream(new byte[0]) : errors) {
                    throw new LocalStackException(
                            "Flink refused the request: "
                                    + FlinkErrors.sentence(code, body.readAllBytes()));
                }
            }
            try (InputStream body = connection.getInputStream()) {
                byte[] bytes = body.readAllBytes();
                return bytes.length == 0
                        ? Json.MAPPER.createObjectNode()
                        : Json.MAPPER.readTree(bytes);
            }
        } finally {
            connection.disconnect();
        }
    }
}
