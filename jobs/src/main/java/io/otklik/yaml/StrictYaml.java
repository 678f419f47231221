package io.otklik.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;

/**
 * A view of a {@link YamlNode} for files that are refused at their first mistake, where {@link
 * Members} gathers them all: every question that the value cannot answer is a {@link YamlProblem}
 * with its line.
 */
public final class StrictYaml {

    private final YamlNode node;

    private StrictYaml(YamlNode node) {
        this.node = node;
    }

    /**
     * Reads the first document.
     *
     * @throws YamlProblem if it is no YAML, has a key twice or is empty
     * @throws IOException if it cannot be read
     */
    public static StrictYaml read(InputStream yaml) throws IOException {
        return read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** As {@link #read(InputStream)}. */
    public static StrictYaml read(Reader yaml) throws IOException {
        StringWriter text = new StringWriter();
        yaml.transferTo(text);
        return read(text.toString());
    }

    /**
     * Reads the first document of a text.
     *
     * @throws YamlProblem as {@link #read(InputStream)}
     */
    public static StrictYaml read(String yaml) {
        try {
            return YamlDocuments.read(yaml).stream()
                    .findFirst()
                    .map(StrictYaml::new)
                    .orElseThrow(() -> new YamlProblem(1, "The file is empty."));
        } catch (YamlDocuments.BadYamlException e) {
            throw new YamlProblem(e.problem().line(), e.problem().sentence());
        }
    }

    /** Where the value begins, counted from 1. */
    public int line() {
        return node.line();
    }

    /** The values of a map by their keys, in the file's order. */
    public Map<String, StrictYaml> map() {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw problem("Here must stand keys with values (key: value).");
        }
        Map<String, StrictYaml> map = new LinkedHashMap<>();
        mapping.members().forEach((key, member) -> map.put(key, new StrictYaml(member.value())));
        return map;
    }

    /** The values of a list. */
    public List<StrictYaml> list() {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw problem("Here must stand a list ([…] or lines that begin with -).");
        }
        return sequence.items().stream().map(StrictYaml::new).toList();
    }

    /** A plain value as it is written. */
    public String text() {
        if (!(node instanceof YamlNode.Scalar scalar)
                || scalar.text() == null
                || scalar.text().isEmpty()) {
            throw problem("Here must stand a plain value.");
        }
        return scalar.text();
    }

    /** A plain value as a number. */
    public double number() {
        return number(number -> true, "a number");
    }

    /**
     * A plain value as a number.
     *
     * @param allowed which numbers may stand here
     * @param what of them, for the sentence where another value stands
     */
    public double number(DoublePredicate allowed, String what) {
        try {
            double number = Double.parseDouble(text());
            if (allowed.test(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same sentence.
        }
        throw problem("Here must stand " + what + ".");
    }

    /** A list of plain values. */
    public List<String> texts() {
        return list().stream().map(StrictYaml::text).toList();
    }

    /** A list of plain values, or one plain value as a list of one. */
    public List<String> textOrTexts() {
        return node instanceof YamlNode.Sequence ? texts() : List.of(text());
    }

    /** The value of a key of this map. */
    public StrictYaml get(String key) {
        StrictYaml found = map().get(key);
        if (found == null) {
            throw problem("The key “" + key + "” is missing.");
        }
        return found;
    }

    /** The plain value of a key, or the default where the key is absent. */
    public String text(String key, String absent) {
        StrictYaml found = map().get(key);
        return found == null ? absent : found.text();
    }

    /** The plain values of a key, none where the key is absent. */
    public List<String> texts(String key) {
        StrictYaml found = map().get(key);
        return found == null ? List.of() : found.textOrTexts();
    }

    /** Refuses a map with keys other than these. */
    public void allow(Set<String> keys) {
        map().forEach(
                        (key, value) -> {
                            if (!keys.contains(key)) {
                                throw value.problem(
                                        "“" + key + "” is no key here; possible are " + keys + ".");
                            }
                        });
    }

    /** A problem at this value. */
    public YamlProblem problem(String message) {
        return new YamlProblem(node.line(), message);
    }
}
