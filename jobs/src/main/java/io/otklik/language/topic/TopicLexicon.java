package io.otklik.language.topic;

import io.otklik.language.sign.Sign;
import io.otklik.language.sign.SignIndex;
import io.otklik.yaml.StrictYaml;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The written lexicon: for each topic the signs by which residents name it. Readable and editable
 * by an analyst; a file that cannot be read is refused with its line.
 */
public final class TopicLexicon {

    private static final String BUNDLED = "/topics/lexicon.yaml";

    private final String version;
    private final List<Sign> signs;
    private final int[] topicOfSign;
    private final SignIndex index;

    private TopicLexicon(String version, List<Sign> signs, int[] topicOfSign) {
        this.version = version;
        this.signs = List.copyOf(signs);
        this.topicOfSign = topicOfSign;
        this.index = new SignIndex(signs);
    }

    /** The lexicon that comes with the project. */
    public static TopicLexicon bundled() {
        try (InputStream in = TopicLexicon.class.getResourceAsStream(BUNDLED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a lexicon.
     *
     * @throws YamlProblem if it cannot be understood; names the line
     * @throws IOException if it cannot be read
     */
    public static TopicLexicon read(InputStream yaml) throws IOException {
        StrictYaml root = StrictYaml.read(yaml);
        root.allow(Set.of("version", "lists", "topics"));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        root.get("lists").map().forEach((name, node) -> lists.put(name, list(node)));
        TopicCatalog catalog = TopicCatalog.bundled();
        List<Sign> signs = new ArrayList<>();
        List<Integer> topics = new ArrayList<>();
        for (Map.Entry<String, StrictYaml> group : root.get("topics").map().entrySet()) {
            for (Map.Entry<String, StrictYaml> topic : group.getValue().map().entrySet()) {
                if (!catalog.hasTopic(group.getKey(), topic.getKey())) {
                    throw topic.getValue()
                            .problem(
                                    "“%s” is no topic of the group “%s”."
                                            .formatted(topic.getKey(), group.getKey()));
                }
                for (StrictYaml written : topic.getValue().list()) {
                    signs.add(sign(written, lists));
                    topics.add(catalog.topicNumber(group.getKey(), topic.getKey()));
                }
            }
        }
        return new TopicLexicon(
                root.get("version").text(),
                signs,
                topics.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<String> list(StrictYaml node) {
        return node.list().stream()
                .map(phrase -> sign(phrase, Map.of()).all().get(0).get(0))
                .toList();
    }

    private static Sign sign(StrictYaml node, Map<String, List<String>> lists) {
        try {
            return Sign.parse(node.text(), lists);
        } catch (IllegalArgumentException e) {
            throw e instanceof YamlProblem ? e : node.problem(e.getMessage());
        }
    }

    public String version() {
        return version;
    }

    /** How many signs it has; they are numbered from 0 in the file's order. */
    public int size() {
        return signs.size();
    }

    public Sign sign(int number) {
        return signs.get(number);
    }

    /** The topic that a sign names. */
    public int topicOf(int sign) {
        return topicOfSign[sign];
    }

    /** Numbers of the signs that stand in a text, ascending. */
    public int[] find(List<String> words) {
        return index.find(words);
    }
}
