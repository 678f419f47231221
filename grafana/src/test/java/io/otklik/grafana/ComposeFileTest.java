package io.otklik.grafana;

import io.otklik.grafana.file.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What the stack in containers keeps to, without a Docker to try it. */
class ComposeFileTest {

    private static final Path ROOT = Folders.COMMITTED.getParent();
    private static final Path DOCKER = ROOT.resolve("deploy/docker");

    /** Run once and end. */
    private static final Set<String> ERRANDS = Set.of("checkpoints-owner", "migrate");

    /** Those that {@code otklik submit} starts. */
    private static final int JOBS = 7;

    private static final int METASPACE_MB = 256;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(OTKLIK_\\w+)([^}]*)\\}");

    /** One part of the stack. */
    record Service(String name, Map<String, Object> settings) {

        @Override
        public String toString() {
            return name;
        }

        @SuppressWarnings("unchecked")
        List<String> list(String key) {
            return (List<String>) settings.getOrDefault(key, List.of());
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> map(String key) {
            return (Map<String, Object>) settings.getOrDefault(key, Map.of());
        }
    }

    static List<Service> services() throws IOException {
        return yaml().entrySet().stream()
                .map(one -> new Service(one.getKey(), one.getValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> yaml() throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Object> file = yaml.load(text());
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    private static String text() throws IOException {
        return Files.readString(DOCKER.resolve("compose.yaml"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void portsAreOpenOnThisMachineAlone(Service service) {
        assertThat(service.list("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatRunsIsWatchedBoundedAndStartedAgain(Service service) {
        Map<?, ?> resources = (Map<?, ?>) service.map("deploy").get("resources");
        Map<?, ?> limits = (Map<?, ?>) resources.get("limits");
        assertThat(limits.get("memory")).isNotNull();
        assertThat(limits.get("cpus")).isNotNull();
        assertThat(service.map("logging")).isNotEmpty();
        if (!ERRANDS.contains(service.name())) {
            assertThat(service.map("healthcheck")).containsKeys("test", "interval", "retries");
            assertThat(service.settings().get("restart")).isEqualTo("unless-stopped");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void nobodyWaitsForWhatIsNotThereAndMountedFilesExist(Service service) throws IOException {
        Map<String, Map<String, Object>> all = yaml();
        service.map("depends_on")
                .forEach(
                        (other, how) -> {
                            assertThat(all).containsKey(other);
                            boolean healthy = how.toString().contains("service_healthy");
                            assertThat(all.get(other).containsKey("healthcheck"))
                                    .isEqualTo(healthy);
                        });
        for (String volume : service.list("volumes")) {
            String source = volume.substring(0, volume.indexOf(':'));
            if (source.startsWith(".")) {
                assertThat(DOCKER.resolve(source).normalize()).exists();
            }
        }
    }

    /** Without its value nothing starts: a password never has a default. */
    @Test
    void secretsAreAskedFor() throws IOException {
        Set<String> known =
                Files.readAllLines(DOCKER.resolve(".env.example")).stream()
                        .filter(line -> line.matches("OTKLIK_\\w+=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .collect(Collectors.toSet());
        VARIABLE.matcher(text())
                .results()
                .forEach(
                        one -> {
                            assertThat(known).contains(one.group(1));
                            boolean optional =
                                    one.group(1).matches(".*(SMTP|TELEGRAM)_(PASSWORD|TOKEN)");
                            if (one.group(1).matches(".*(PASSWORD|KEY|TOKEN)") && !optional) {
                                assertThat(one.group(2)).as(one.group(1)).startsWith(":?");
                            }
                        });
    }

    /** What the provisioning files take from the environment, compose gives. */
    @Test
    void grafanaGetsWhatItsFilesAskFor() throws IOException {
        Set<String> given =
                services().stream()
                        .filter(service -> service.name().equals("grafana"))
                        .flatMap(service -> service.map("environment").keySet().stream())
                        .collect(Collectors.toSet());
        Set<String> asked = new TreeSet<>();
        for (String folder : List.of("provisioning", "contact-points")) {
            try (Stream<Path> files = Files.walk(Folders.COMMITTED.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    VARIABLE.matcher(Files.readString(file))
                            .results()
                            .forEach(one -> asked.add(one.group(1)));
                }
            }
        }
        assertThat(asked).isNotEmpty();
        assertThat(given).containsAll(asked);
    }

    /** Without high availability a JobManager that is started anew has lost all jobs. */
    @Test
    void whoSubmitsStaysAndLooksForLostJobs() throws IOException {
        assertThat(text()).doesNotContain("high-availability");
        assertThat(services())
                .filteredOn(service -> service.name().equals("submit"))
                .singleElement()
                .satisfies(
                        service ->
                                assertThat(service.list("command"))
                                        .anyMatch(word -> word.startsWith("--keep=")));
    }

    /** Managed memory is dealt out by slots: one that nobody uses is taken from RocksDB. */
    @Test
    void thereAreAsManySlotsAsSubtasks() throws IOException {
        int slots = number("taskmanager.numberOfTaskSlots: (\\d+)");
        assertThat(slots).isEqualTo(JOBS * number("parallelism.default: (\\d+)"));
        int process = number("taskmanager.memory.process.size: (\\d+)m");
        double managed = 0.5 * (process * 0.9 - METASPACE_MB);
        assertThat(text()).contains("taskmanager.memory.managed.fraction: 0.5");
        assertThat(managed / slots).as("MB a slot").isGreaterThan(100);
    }

    private static int number(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text());
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }

    /** A recreated JobManager tells of no checkpoints: whoever submits looks for them himself. */
    @Test
    void whoSubmitsSeesTheCheckpoints() throws IOException {
        String folder = text().replaceAll("(?s).*checkpointing.dir: file://(\\S+).*", "$1");
        assertThat(services())
                .filteredOn(service -> service.name().equals("submit"))
                .singleElement()
                .satisfies(
                        service ->
                                assertThat(service.list("volumes"))
                                        .contains("checkpoints:" + folder + ":ro"));
    }

    /** The containers run what the build compiles against. */
    @Test
    void versionsAreTheBuilds() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String flink = property(pom, "flink.version");
        assertThat(Files.readString(DOCKER.resolve("jobs.Dockerfile")))
                .contains("FROM flink:" + flink + "-java17");
        assertThat(text())
                .contains("flink:" + flink + "-java17")
                .contains("apache/kafka:" + property(pom, "kafka.version"));
    }

    private static String property(String pom, String name) {
        return pom.replaceAll("(?s).*<" + name + ">([^<]+)</" + name + ">.*", "$1");
    }
}
