package io.otklik.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.cli.kubernetes.FlinkDeploymentSchema;
import io.otklik.cli.kubernetes.JobSources;
import io.otklik.cli.kubernetes.Kustomization;
import io.otklik.cli.kubernetes.Manifest;
import io.otklik.connectors.clickhouse.ClickHouseOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The jobs on Kubernetes, without a cluster to try them. */
class FlinkDeploymentsTest {

    private static final Path ROOT = Path.of(System.getProperty("otklik.home"));
    private static final String FLINK_VERSION = "v2_2";

    private static FlinkDeploymentSchema schema;

    @BeforeAll
    static void readTheOperatorsDefinition() throws IOException {
        schema = FlinkDeploymentSchema.withFlink(FLINK_VERSION);
    }

    static List<Manifest> deployments() throws IOException {
        return Kustomization.built().stream()
                .filter(one -> one.kind().equals("FlinkDeployment"))
                .toList();
    }

    private static Manifest of(JobName job) throws IOException {
        return deployments().stream()
                .filter(one -> one.name().equals("otklik-" + job.flinkName()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theOperatorTakesIt(Manifest deployment) {
        assertThat(schema.faults(deployment.spec())).isEmpty();
        assertThat(deployment.content().get("apiVersion").asText())
                .isEqualTo("flink.apache.org/v1beta1");
    }

    @Test
    void aMisspelledFieldIsAFault() throws IOException {
        ObjectNode outer = of(JobName.STORE).spec().deepCopy();
        outer.set("taskManger", outer.remove("taskManager"));
        ObjectNode inner = of(JobName.STORE).spec().deepCopy();
        ((ObjectNode) inner.at("/podTemplate/spec/containers/0")).put("volumeMount", "state");

        assertThat(schema.faults(outer)).singleElement().asString().contains("taskManger");
        assertThat(schema.faults(inner)).singleElement().asString().contains("volumeMount");
    }

    @Test
    void aValueOfAnotherTypeIsAFault() throws IOException {
        ObjectNode number = of(JobName.STORE).spec().deepCopy();
        ((ObjectNode) number.get("flinkConfiguration")).put("taskmanager.numberOfTaskSlots", 2);
        ObjectNode mode = of(JobName.STORE).spec().deepCopy();
        ((ObjectNode) mode.get("job")).put("upgradeMode", "checkpoint");

        assertThat(schema.faults(number)).singleElement().asString().contains("numberOfTaskSlots");
        assertThat(schema.faults(mode)).singleElement().asString().contains("upgradeMode");
    }

    @Test
    void everyJobHasOneDeployment() throws IOException {
        assertThat(deployments())
                .extracting(Manifest::name)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(JobName.values())
                                .map(job -> "otklik-" + job.flinkName())
                                .toList());
    }

    /** And with the options that {@code otklik submit} would give it. */
    @ParameterizedTest
    @EnumSource(JobName.class)
    void itRunsTheJobOfItsName(JobName job) throws IOException {
        JsonNode started = of(job).spec().get("job");
        assertThat(started.get("entryClass").asText()).isEqualTo(job.mainClass());
        assertThat(JobSources.file(job.mainClass())).exists();

        List<String> keys = new ArrayList<>();
        for (int i = 0; i < started.get("args").size(); i += 2) {
            assertThat(started.at("/args/" + (i + 1)).asText()).isNotBlank();
            keys.add(started.at("/args/" + i).asText());
        }
        ClickHouseOptions any = ClickHouseOptions.of("http://clickhouse:8123", "otklik", "otklik");
        List<String> submitted =
                job.arguments("kafka:9092", any, List.of("--transaction-timeout", "1 d")).stream()
                        .filter(word -> word.startsWith("--"))
                        .toList();
        assertThat(keys).containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(JobSources.options(job.mainClass()))
                .containsAll(keys.stream().map(key -> key.substring(2)).toList());
    }

    /** By their places in the list of arguments, where a job's own may come to stand. */
    @ParameterizedTest
    @MethodSource("deployments")
    void argumentsAreTheSettings(Manifest deployment) throws IOException {
        JsonNode settings = settings();
        Map<String, String> sources =
                Map.of(
                        "--kafka", "kafka",
                        "--transaction-timeout", "transaction-timeout",
                        "--clickhouse-url", "clickhouse-url",
                        "--clickhouse-database", "clickhouse-database",
                        "--clickhouse-user", "clickhouse-user");
        JsonNode args = deployment.spec().at("/job/args");
        for (int i = 0; i < args.size(); i += 2) {
            assertThat(args.get(i + 1)).isEqualTo(settings.get(sources.get(args.get(i).asText())));
        }
        JsonNode flink = deployment.spec().get("flinkConfiguration");
        assertThat(flink.get("execution.checkpointing.dir")).isEqualTo(settings.get("checkpoints"));
        assertThat(flink.get("execution.checkpointing.savepoint-dir"))
                .isEqualTo(settings.get("savepoints"));
        assertThat(flink.get("high-availability.storageDir"))
                .isEqualTo(settings.get("high-availability"));
    }

    private static JsonNode settings() throws IOException {
        return Kustomization.yaml(Kustomization.FOLDER.resolve("settings.yaml")).get("data");
    }

    /** A slot that nobody uses is taken from RocksDB; a pod mounts what it writes to. */
    @ParameterizedTest
    @MethodSource("deployments")
    void slotsAreSubtasksAndFoldersAreMounted(Manifest deployment) {
        JsonNode flink = deployment.spec().get("flinkConfiguration");
        assertThat(flink.get("taskmanager.numberOfTaskSlots").asInt())
                .isEqualTo(deployment.spec().at("/job/parallelism").asInt());

        List<String> mounted = deployment.all("mountPath").stream().map(JsonNode::asText).toList();
        flink.forEach(
                value -> {
                    if (value.asText().startsWith("file://")) {
                        assertThat(mounted)
                                .anyMatch(
                                        path -> value.asText().startsWith("file://" + path + '/'));
                    }
                });
        assertThat(mounted).contains(flink.get("state.backend.rocksdb.localdir").asText());
    }

    /** What Flink is told in containers and here is the same, but for what places differ in. */
    @ParameterizedTest
    @MethodSource("deployments")
    void flinkIsToldWhatItIsToldInContainers(Manifest deployment) throws IOException {
        JsonNode here = deployment.spec().get("flinkConfiguration");
        List<String> compared = new ArrayList<>();
        compose("(?m)^  ([a-z.-]+): (.+)$")
                .forEach(
                        (key, value) -> {
                            boolean differs =
                                    key.matches(
                                            "taskmanager\\..*|.*\\.(interval|dir|savepoint-dir)");
                            if (here.has(key) && !differs) {
                                assertThat(here.get(key).asText()).as(key).isEqualTo(value);
                                compared.add(key);
                            }
                        });
        assertThat(compared)
                .contains(
                        "state.backend.type",
                        "execution.checkpointing.incremental",
                        "metrics.reporter.prometheus.port");
    }

    private static Map<String, String> compose(String pattern) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve("deploy/docker/compose.yaml")))
                .results()
                .forEach(one -> found.put(one.group(1), one.group(2)));
        return found;
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void imageJarAndVersionAreTheBuilds(Manifest deployment) throws IOException {
        String dockerfile = Files.readString(ROOT.resolve("deploy/docker/jobs.Dockerfile"));
        String jar = deployment.spec().at("/job/jarURI").asText();
        assertThat(jar).startsWith("local:///");
        assertThat(dockerfile).contains(" " + jar.substring("local://".length()) + "\n");

        String version = FLINK_VERSION.substring(1).replace('_', '.');
        assertThat(deployment.spec().get("flinkVersion").asText()).isEqualTo(FLINK_VERSION);
        assertThat(dockerfile).contains("FROM flink:" + version + ".");
    }
}
