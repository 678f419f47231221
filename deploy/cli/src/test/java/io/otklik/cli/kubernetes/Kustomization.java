package io.otklik.cli.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Puts {@code deploy/kubernetes} together as kustomize does, as far as the folder makes use of it:
 * anything else in its {@code kustomization.yaml} is refused.
 */
public final class Kustomization {

    /** The project's own. */
    public static final Path FOLDER =
            Path.of(System.getProperty("otklik.home"), "deploy/kubernetes");

    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "resources", "labels", "patches", "replacements");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Manifest> manifests = new ArrayList<>();

    private Kustomization() {}

    /** The resources with patches and settings written into them. */
    public static List<Manifest> built() throws IOException {
        JsonNode file = yaml(FOLDER.resolve("kustomization.yaml"));
        file.fieldNames().forEachRemaining(key -> require(KNOWN.contains(key), key));
        Kustomization built = new Kustomization();
        for (JsonNode resource : file.get("resources")) {
            built.manifests.add(new Manifest(yaml(FOLDER.resolve(resource.asText()))));
        }
        for (JsonNode patch : file.get("patches")) {
            JsonNode content = yaml(FOLDER.resolve(patch.get("path").asText()));
            for (Manifest target : built.selected(patch.get("target"))) {
                merge((ObjectNode) target.spec(), content.get("spec"));
            }
        }
        for (JsonNode replacement : file.get("replacements")) {
            built.replace(replacement);
        }
        return built.manifests;
    }

    /** A file with one document. */
    public static JsonNode yaml(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return MAPPER.valueToTree(
                new Yaml(new SafeConstructor(options)).<Object>load(Files.readString(file)));
    }

    private List<Manifest> selected(JsonNode by) {
        List<Manifest> found =
                manifests.stream()
                        .filter(one -> one.kind().equals(by.path("kind").asText()))
                        .filter(
                                one ->
                                        !by.has("name")
                                                || one.name().equals(by.get("name").asText()))
                        .toList();
        require(!found.isEmpty(), by);
        return found;
    }

    private void replace(JsonNode replacement) {
        JsonNode source = replacement.get("source");
        List<Manifest> from = selected(source);
        JsonNode value = at(from.get(0).content(), steps(source.get("fieldPath").asText()));
        for (JsonNode target : replacement.get("targets")) {
            for (Manifest manifest : selected(target.get("select"))) {
                for (JsonNode path : target.get("fieldPaths")) {
                    write(manifest.content(), steps(path.asText()), value);
                }
            }
        }
    }

    private static void write(JsonNode content, List<String> steps, JsonNode value) {
        at(content, steps);
        JsonNode parent = at(content, steps.subList(0, steps.size() - 1));
        String last = steps.get(steps.size() - 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    private static JsonNode at(JsonNode content, List<String> steps) {
        JsonNode at = content;
        for (String step : steps) {
            at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        require(!at.isMissingNode(), steps);
        return at;
    }

    /** {@code a.[b.c].1} are three. */
    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.split("\\.(?![^\\[]*\\])")) {
            steps.add(step.replaceAll("^\\[|\\]$", ""));
        }
        return steps;
    }

    /** Maps are merged; of a resource that kustomize does not know lists are replaced. */
    private static void merge(ObjectNode into, JsonNode patch) {
        for (Iterator<String> keys = patch.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            JsonNode value = patch.get(key);
            if (value.isObject() && into.path(key).isObject()) {
                merge((ObjectNode) into.get(key), value);
            } else {
                into.set(key, value.deepCopy());
            }
        }
    }

    private static void require(boolean holds, Object what) {
        if (!holds) {
            throw new IllegalArgumentException("kustomization.yaml: " + what);
        }
    }
}
