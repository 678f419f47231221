package io.otklik.language.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which topic of the official list another system's category is. The tables stand as TSV files in
 * {@code /topics}: the category's columns, then group and topic; the topic is {@code -} where the
 * category covers several of the group.
 */
public final class CategoryMapping {

    private static final String SEVERAL = "-";

    private final Map<String, Label> labels = new HashMap<>();

    private CategoryMapping() {}

    /** Categories of the city portal: object, category and reason. */
    public static CategoryMapping portal() {
        return load("/topics/portal-categories.tsv");
    }

    /** Topics of the Kursk register: one name. */
    public static CategoryMapping kursk() {
        return load("/topics/kursk-topics.tsv");
    }

    private static CategoryMapping load(String resource) {
        CategoryMapping mapping = new CategoryMapping();
        try (InputStream in = CategoryMapping.class.getResourceAsStream(resource);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(mapping::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mapping;
    }

    private void add(String line) {
        int topicAt = line.lastIndexOf('\t');
        int groupAt = line.lastIndexOf('\t', topicAt - 1);
        TopicCatalog catalog = TopicCatalog.bundled();
        String group = line.substring(groupAt + 1, topicAt);
        String topic = line.substring(topicAt + 1);
        labels.put(
                line.substring(0, groupAt),
                new Label(
                        catalog.groupNumber(group),
                        topic.equals(SEVERAL) ? -1 : catalog.topicNumber(group, topic)));
    }

    /** What the category is; empty for one that says nothing. */
    public Optional<Label> label(String... columns) {
        return Optional.ofNullable(labels.get(String.join("\t", columns)));
    }

    /** Topics that the registers' categories are mapped to. */
    static BitSet registered() {
        BitSet topics = portal().topics();
        topics.or(kursk().topics());
        return topics;
    }

    /** The topics that categories are mapped to. */
    private BitSet topics() {
        BitSet topics = new BitSet();
        labels.values().stream()
                .mapToInt(Label::topic)
                .filter(topic -> topic >= 0)
                .forEach(topics::set);
        return topics;
    }

    /** How many categories are mapped. */
    public int size() {
        return labels.size();
    }

    /**
     * Numbers in the catalog.
     *
     * @param topic -1 where only the group is known
     */
    public record Label(int group, int topic) {}
}
