package io.otklik.language.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well topics were told on texts that the model had not seen; filled text by text.
 *
 * <p>Group figures count every text, topic figures those whose topic is labelled.
 */
public final class TopicFigures {

    private static final int TOLD_CONFUSIONS = 12;

    private final String source;
    private int texts;
    private int groupFirst;
    private int groupThree;
    private int labelledTopics;
    private int topicFirst;
    private int topicThree;
    private final Map<String, Integer> confusions = new TreeMap<>();

    TopicFigures(String source) {
        this.source = source;
    }

    void add(TopicExample truth, TopicDecision decision) {
        TopicCatalog catalog = TopicCatalog.bundled();
        String group = catalog.group(truth.group());
        texts++;
        groupThree += has(decision.groups(), group) ? 1 : 0;
        if (decision.group().equals(group)) {
            groupFirst++;
        } else {
            confusions.merge(group + " → " + decision.group(), 1, Integer::sum);
        }
        if (truth.topic() >= 0) {
            String topic = catalog.topic(truth.topic());
            labelledTopics++;
            topicFirst += topic.equals(decision.topic()) ? 1 : 0;
            topicThree += has(decision.topics(), topic) ? 1 : 0;
        }
    }

    private static boolean has(List<TopicDecision.Scored> told, String name) {
        return told.stream().anyMatch(scored -> scored.name().equals(name));
    }

    public String source() {
        return source;
    }

    public int texts() {
        return texts;
    }

    /** Share of texts whose first group is right. */
    public double groupAccuracy() {
        return share(groupFirst, texts);
    }

    /** Share of texts whose group is among the three told. */
    public double groupAmongThree() {
        return share(groupThree, texts);
    }

    /** How many texts have a labelled topic. */
    public int labelledTopics() {
        return labelledTopics;
    }

    /** Share of texts whose first topic is right; NaN where no topic is labelled. */
    public double topicAccuracy() {
        return share(topicFirst, labelledTopics);
    }

    /** Share of texts whose topic is among the three told; NaN where no topic is labelled. */
    public double topicAmongThree() {
        return share(topicThree, labelledTopics);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /** The commonest mistakes between groups, commonest first, as {@code "12 Дороги → ЖКХ"}. */
    public List<String> confusions() {
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(confusions.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return sorted.stream()
                .limit(TOLD_CONFUSIONS)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .toList();
    }
}
