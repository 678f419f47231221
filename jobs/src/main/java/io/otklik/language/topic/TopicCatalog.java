package io.otklik.language.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The official list of topics: groups and topics by number, counted from 0 in the list's order.
 * Numbers stand in models and readings, names in decisions.
 */
public final class TopicCatalog {

    private static final String BUNDLED = "/topics/topics.tsv";

    private static final String REST = "прочее";

    private final List<String> groups = new ArrayList<>();
    private final List<String> topics = new ArrayList<>();
    private final List<Integer> groupOfTopic = new ArrayList<>();
    private final Map<String, Integer> groupByName = new HashMap<>();
    private final Map<String, Integer> topicByName = new HashMap<>();
    private int[] groupNumbers;
    private int[][] topicNumbers;

    private TopicCatalog() {}

    /** The list that comes with the project: 26 groups, 359 topics. */
    public static TopicCatalog bundled() {
        return Bundled.CATALOG;
    }

    private static TopicCatalog load() {
        TopicCatalog catalog = new TopicCatalog();
        try (InputStream in = TopicCatalog.class.getResourceAsStream(BUNDLED);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(catalog::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        catalog.number();
        return catalog;
    }

    private void number() {
        groupNumbers = groupOfTopic.stream().mapToInt(Integer::intValue).toArray();
        topicNumbers = new int[groups.size()][];
        for (int g = 0; g < topicNumbers.length; g++) {
            int group = g;
            topicNumbers[g] =
                    IntStream.range(0, groupNumbers.length)
                            .filter(topic -> groupNumbers[topic] == group)
                            .toArray();
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t");
        Integer group = groupByName.get(cells[2]);
        if (group == null) {
            group = groups.size();
            groups.add(cells[2]);
            groupByName.put(cells[2], group);
        }
        topicByName.put(key(group, cells[3]), topics.size());
        topics.add(cells[3]);
        groupOfTopic.add(group);
    }

    private static String key(int group, String topic) {
        return group + "/" + topic;
    }

    public int groupCount() {
        return groups.size();
    }

    public int topicCount() {
        return topics.size();
    }

    public String group(int group) {
        return groups.get(group);
    }

    public String topic(int topic) {
        return topics.get(topic);
    }

    /** The group that a topic belongs to. */
    public int groupOf(int topic) {
        return groupNumbers[topic];
    }

    /** The topics of a group, ascending; not to be changed. */
    int[] topicsOf(int group) {
        return topicNumbers[group];
    }

    /** Whether the topic is the “… прочее” of its group: what no other topic of it names. */
    public boolean isRest(int topic) {
        return topics.get(topic).endsWith(REST);
    }

    /**
     * Number of a group.
     *
     * @throws IllegalArgumentException if the list has no such group
     */
    public int groupNumber(String name) {
        Integer found = groupByName.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "“" + name + "” is no group of topics; the groups are " + groups);
        }
        return found;
    }

    /** Whether the list has a group of this name. */
    public boolean hasGroup(String name) {
        return groupByName.containsKey(name);
    }

    /**
     * Number of a topic.
     *
     * @throws IllegalArgumentException if the group has no such topic
     */
    public int topicNumber(String group, String name) {
        Integer found = topicByName.get(key(groupNumber(group), name));
        if (found == null) {
            throw new IllegalArgumentException(
                    "“" + name + "” is no topic of the group “" + group + "”.");
        }
        return found;
    }

    /** Whether some group has a topic of this name. */
    public boolean hasTopic(String name) {
        return topics.contains(name);
    }

    /** Whether the group has a topic of this name. */
    public boolean hasTopic(String group, String name) {
        return hasGroup(group) && topicByName.containsKey(key(groupByName.get(group), name));
    }

    private static final class Bundled {
        private static final TopicCatalog CATALOG = load();
    }
}
