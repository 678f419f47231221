package io.otklik.language.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of a YAML file with the line where it stands: a map, a list or a plain value. Every
 * question that the value cannot answer is a {@link YamlProblem} with that line.
 */
public final class YamlNode {

    private static final YAMLFactory YAML =
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final int line;
    private final Object value;

    private YamlNode(int line, Object value) {
        this.line = line;
        this.value = value;
    }

    /**
     * Reads one document.
     *
     * @throws YamlProblem if it is no YAML, has a key twice or is empty
     * @throws IOException if it cannot be read
     */
    public static YamlNode read(InputStream yaml) throws IOException {
        try (JsonParser parser = YAML.createParser(yaml)) {
            return document(parser);
        }
    }

    /** As {@link #read(InputStream)}. */
    public static YamlNode read(Reader yaml) throws IOException {
        try (JsonParser parser = YAML.createParser(yaml)) {
            return document(parser);
        }
    }

    private static YamlNode document(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new YamlProblem(1, "The file is empty.");
            }
            return node(parser);
        } catch (JacksonException e) {
            int at = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new YamlProblem(at, e.getOriginalMessage());
        }
    }

    private static YamlNode node(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, YamlNode> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, node(parser));
                }
                return new YamlNode(line, map);
            }
            case START_ARRAY -> {
                List<YamlNode> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(node(parser));
                }
                return new YamlNode(line, list);
            }
            case VALUE_NULL -> {
                return new YamlNode(line, null);
            }
            default -> {
                return new YamlNode(line, parser.getText());
            }
        }
    }

    /** Where the value begins, counted from 1. */
    public int line() {
        return line;
    }

    /** The values of a map by their keys, in the file's order. */
    public Map<String, YamlNode> map() {
        if (!(value instanceof Map)) {
            throw problem("Here must stand keys with values (key: value).");
        }
        @SuppressWarnings("unchecked")
        Map<String, YamlNode> map = (Map<String, YamlNode>) value;
        return map;
    }

    /** The values of a list. */
    public List<YamlNode> list() {
        if (!(value instanceof List)) {
            throw problem("Here must stand a list ([…] or lines that begin with -).");
        }
        @SuppressWarnings("unchecked")
        List<YamlNode> list = (List<YamlNode>) value;
        return list;
    }

    /** A plain value as it is written. */
    public String text() {
        if (!(value instanceof String text) || text.isBlank()) {
            throw problem("Here must stand a plain value.");
        }
        return text;
    }

    /** A list of plain values. */
    public List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    /** A list of plain values, or one plain value as a list of one. */
    public List<String> textOrTexts() {
        return value instanceof List ? texts() : List.of(text());
    }

    /** The value of a key of this map. */
    public YamlNode get(String key) {
        YamlNode found = map().get(key);
        if (found == null) {
            throw problem("The key “" + key + "” is missing.");
        }
        return found;
    }

    /** The plain value of a key, or the default where the key is absent. */
    public String text(String key, String absent) {
        YamlNode found = map().get(key);
        return found == null ? absent : found.text();
    }

    /** The plain values of a key, none where the key is absent. */
    public List<String> texts(String key) {
        YamlNode found = map().get(key);
        return found == null ? List.of() : found.textOrTexts();
    }

    /** Refuses a map with keys other than these. */
    public void allow(Set<String> keys) {
        map().forEach(
                        (key, node) -> {
                            if (!keys.contains(key)) {
                                throw node.problem(
                                        "“" + key + "” is no key here; possible are " + keys + ".");
                            }
                        });
    }

    /** A problem at this value. */
    public YamlProblem problem(String message) {
        return new YamlProblem(line, message);
    }
}
