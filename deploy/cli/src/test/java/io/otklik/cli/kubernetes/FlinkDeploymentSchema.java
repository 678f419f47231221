package io.otklik.cli.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * The operator's own definition of a {@code FlinkDeployment}, but stricter: Kubernetes drops a
 * field that the definition does not list, and here it is a fault.
 */
public final class FlinkDeploymentSchema {

    private static final String DEFINITION =
            "/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml";

    private final JsonSchema spec;
    private final JsonSchema pod;

    private FlinkDeploymentSchema(JsonNode spec) {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
        this.spec = factory.getSchema(spec);
        this.pod = factory.getSchema(spec.at("/properties/podTemplate"));
    }

    /**
     * Reads the definition of the operator on the class path.
     *
     * @param flinkVersion taken besides those that this operator knows
     */
    public static FlinkDeploymentSchema withFlink(String flinkVersion) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        FlinkDeploymentSchema.class.getResourceAsStream(DEFINITION))) {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(10_000_000);
            JsonNode definition =
                    new ObjectMapper()
                            .valueToTree(new Yaml(new SafeConstructor(options)).<Object>load(file));
            JsonNode spec =
                    definition.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
            ((ArrayNode) spec.at("/properties/flinkVersion/enum")).add(flinkVersion);
            close(spec);
            return new FlinkDeploymentSchema(spec);
        }
    }

    /** What is wrong with a deployment's {@code spec}, with the field's path. */
    public List<String> faults(JsonNode deployment) {
        return faults(spec, deployment);
    }

    /** What is wrong with a pod's template, which the definition describes as a whole. */
    public List<String> podFaults(JsonNode template) {
        return faults(pod, template);
    }

    private static List<String> faults(JsonSchema schema, JsonNode content) {
        return schema.validate(content).stream().map(Object::toString).toList();
    }

    /** Objects have the fields that are listed; maps, which list none, keep theirs. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
        schema.path("properties").forEach(FlinkDeploymentSchema::close);
        for (String key : List.of("items", "additionalProperties")) {
            if (schema.path(key).isObject()) {
                close(schema.get(key));
            }
        }
    }
}
