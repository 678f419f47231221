package io.otklik.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The record topics, their schemas, and the payloads written for them. */
final class Payloads {

    static final Map<Topic, Class<?>> RECORDS = new EnumMap<>(Topic.class);

    static {
        RECORDS.put(Topic.MESSAGE, Message.class);
        RECORDS.put(Topic.COUNTER, Counter.class);
        RECORDS.put(Topic.COMMUNITY, Community.class);
        RECORDS.put(Topic.SLA_POLICY, SlaPolicy.class);
        RECORDS.put(Topic.WORK_CALENDAR, WorkCalendar.class);
        RECORDS.put(Topic.RULE, RuleBookVersion.class);
        RECORDS.put(Topic.APPEAL, Appeal.class);
        RECORDS.put(Topic.APPEAL_EVENT, AppealEvent.class);
        RECORDS.put(Topic.ALERT, Alert.class);
        RECORDS.put(Topic.INCIDENT, Incident.class);
        RECORDS.put(Topic.RESPONSE_WINDOW, ResponseWindow.class);
        RECORDS.put(Topic.AUDIENCE, Audience.class);
        RECORDS.put(Topic.ENGAGEMENT_WINDOW, EngagementWindow.class);
        RECORDS.put(Topic.ALERT_DELIVERY, AlertDelivery.class);
        RECORDS.put(Topic.CLAIM, Claim.class);
        RECORDS.put(Topic.VERDICT, Verdict.class);
        RECORDS.put(Topic.SUSPICION, Suspicion.class);
        RECORDS.put(Topic.COPY, Copy.class);
        RECORDS.put(Topic.DEAD_LETTER, DeadLetter.class);
    }

    /**
     * A mapper without the project's settings, so that a test does not check them by themselves.
     */
    static final ObjectMapper PLAIN = new ObjectMapper();

    private Payloads() {}

    /** One file of a topic. */
    record Payload(Topic topic, String name, byte[] bytes) {
        @Override
        public String toString() {
            return topic.topicName() + '/' + name;
        }
    }

    static Stream<Payload> in(String folder) {
        return RECORDS.keySet().stream().flatMap(topic -> files(folder, topic).stream());
    }

    private static List<Payload> files(String folder, Topic topic) {
        try (Stream<Path> files =
                Files.list(
                        Path.of(
                                Objects.requireNonNull(
                                                Payloads.class.getResource(
                                                        "/" + folder + "/" + topic.topicName()))
                                        .toURI()))) {
            return files.sorted().map(file -> read(topic, file)).toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Payload read(Topic topic, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            // The line break is the file's, not the record's.
            return new Payload(
                    topic,
                    file.getFileName().toString().replaceFirst("\\.json$", ""),
                    Arrays.copyOf(bytes, bytes.length - 1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonSchema schema(Topic topic) {
        try (InputStream in =
                Payloads.class.getResourceAsStream(
                        "/io/otklik/schemas/json/" + topic.topicName() + ".schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(in, topic.topicName()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
