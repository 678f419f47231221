package io.otklik.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.cli.kubernetes.FlinkDeploymentSchema;
import io.otklik.cli.kubernetes.Kustomization;
import io.otklik.cli.kubernetes.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What the resources on Kubernetes refer to is there. */
class ManifestsTest {

    private static final Path ROOT = Path.of(System.getProperty("otklik.home"));

    static List<Manifest> manifests() throws IOException {
        return Kustomization.built();
    }

    /** A file that is well-formed and forgotten would run nowhere. */
    @Test
    void everyFileIsPartOfIt() throws IOException {
        JsonNode kustomization =
                Kustomization.yaml(Kustomization.FOLDER.resolve("kustomization.yaml"));
        Set<String> named = new TreeSet<>(Set.of("kustomization.yaml"));
        kustomization.get("resources").forEach(one -> named.add(one.asText()));
        kustomization.get("patches").forEach(one -> named.add(one.get("path").asText()));
        try (Stream<Path> files = Files.walk(Kustomization.FOLDER)) {
            assertThat(files.filter(Files::isRegularFile))
                    .extracting(file -> Kustomization.FOLDER.relativize(file).toString())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void itIsNamedOnceAndBelongsToNoNamespace(Manifest manifest) throws IOException {
        assertThat(manifests())
                .extracting(Manifest::toString)
                .containsOnlyOnce(manifest.toString());
        assertThat(manifest.name()).matches("otklik-[a-z-]+");
        assertThat(manifest.content().at("/metadata/namespace").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void settingsThatItReadsAreThere(Manifest manifest) throws IOException {
        for (JsonNode reference : manifest.all("configMapKeyRef")) {
            assertThat(manifests())
                    .filteredOn(one -> one.kind().equals("ConfigMap"))
                    .filteredOn(one -> one.name().equals(reference.get("name").asText()))
                    .singleElement()
                    .satisfies(
                            one ->
                                    assertThat(one.content().get("data").has(key(reference)))
                                            .as(key(reference))
                                            .isTrue());
        }
        for (JsonNode claim : manifest.all("claimName")) {
            assertThat(manifests())
                    .extracting(Manifest::toString)
                    .contains("PersistentVolumeClaim " + claim.asText());
        }
    }

    /** Secrets and the recipients are the operator's own: the guide says how they are made. */
    @ParameterizedTest
    @MethodSource("manifests")
    void whatThePersonMakesTheGuideTellsOf(Manifest manifest) throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/operator.md"));
        assertThat(manifest.kind()).isNotEqualTo("Secret");
        for (JsonNode reference : manifest.all("secretKeyRef")) {
            assertThat(guide)
                    .contains("secret generic " + reference.get("name").asText())
                    .contains("=" + key(reference) + "=");
        }
        for (JsonNode volume : manifest.all("configMap")) {
            assertThat(guide).contains("configmap " + volume.get("name").asText() + " --from-file");
        }
    }

    private static String key(JsonNode reference) {
        return reference.get("key").asText();
    }

    /** As compose names them, beside the file that builds each. */
    @ParameterizedTest
    @MethodSource("manifests")
    void imagesAreTheProjects(Manifest manifest) throws IOException {
        String compose = Files.readString(ROOT.resolve("deploy/docker/compose.yaml"));
        String dockerfile =
                manifest.kind().equals("FlinkDeployment")
                        ? "jobs.Dockerfile"
                        : "command.Dockerfile";
        for (JsonNode image : manifest.all("image")) {
            assertThat(compose)
                    .containsPattern(
                            "image: %s\\n +build: .*dockerfile: deploy/docker/%s"
                                    .formatted(image.asText(), dockerfile));
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void variablesInArgumentsAreSetAndTheCommandTakesThem(Manifest manifest) {
        for (JsonNode container : manifest.containers()) {
            if (!container.has("args")) {
                continue;
            }
            List<String> variables = new ArrayList<>();
            container.get("env").forEach(one -> variables.add(one.get("name").asText()));
            List<String> arguments = new ArrayList<>();
            for (JsonNode argument : container.get("args")) {
                String written = argument.asText();
                for (String variable : variables) {
                    written = written.replace("$(" + variable + ")", "1");
                }
                assertThat(written).doesNotContain("$(");
                arguments.add(written);
            }
            PrintWriter nowhere = new PrintWriter(new StringWriter());
            Otklik.commandLine(nowhere, nowhere).parseArgs(arguments.toArray(String[]::new));
        }
    }

    @Test
    void podsAreAsKubernetesDescribesThem() throws IOException {
        FlinkDeploymentSchema schema = FlinkDeploymentSchema.withFlink("v2_2");
        List<JsonNode> templates =
                manifests().stream()
                        .map(one -> one.spec().path("template"))
                        .filter(JsonNode::isObject)
                        .toList();
        assertThat(templates).hasSize(2);
        for (JsonNode template : templates) {
            assertThat(schema.podFaults(template)).isEmpty();
            ObjectNode misspelled = template.deepCopy();
            ((ObjectNode) misspelled.at("/spec/containers/0")).put("resource", "1");
            assertThat(schema.podFaults(misspelled)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void containersOfTheCommandAreBounded(Manifest manifest) {
        manifest.containers().stream()
                .filter(one -> one.has("args"))
                .forEach(
                        one -> {
                            assertThat(one.at("/resources/requests/cpu").isMissingNode()).isFalse();
                            assertThat(one.at("/resources/limits/memory").isMissingNode())
                                    .isFalse();
                        });
    }

    /** Prometheus asks where the process answers. */
    @ParameterizedTest
    @MethodSource("manifests")
    void annotationsNameThePortOfTheFigures(Manifest manifest) {
        for (JsonNode port : manifest.all("prometheus.io/port")) {
            assertThat(manifest.all("containerPort"))
                    .extracting(JsonNode::asText)
                    .containsExactly(port.asText());
        }
    }

    @Test
    void oneNotifierAtATime() throws IOException {
        assertThat(manifests())
                .filteredOn(one -> one.kind().equals("Deployment"))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.spec().get("replicas").asInt()).isEqualTo(1);
                            assertThat(one.spec().at("/strategy/type").asText())
                                    .isEqualTo("Recreate");
                            assertThat(one.spec().at("/selector/matchLabels"))
                                    .isEqualTo(one.spec().at("/template/metadata/labels"));
                        });
    }
}
