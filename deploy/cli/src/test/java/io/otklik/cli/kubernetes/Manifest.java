package io.otklik.cli.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.StreamSupport;

/** One resource as Kubernetes gets it. */
public record Manifest(JsonNode content) {

    public String kind() {
        return content.path("kind").asText();
    }

    public String name() {
        return content.at("/metadata/name").asText();
    }

    public JsonNode spec() {
        return content.path("spec");
    }

    /** Every object of this key anywhere below, such as all {@code secretKeyRef}. */
    public List<JsonNode> all(String key) {
        return content.findValues(key);
    }

    /** What runs in this resource's pods, initial containers included. */
    public List<JsonNode> containers() {
        return List.of("initContainers", "containers").stream()
                .flatMap(key -> all(key).stream())
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .toList();
    }

    @Override
    public String toString() {
        return kind() + ' ' + name();
    }
}
