package io.otklik.language.topic;

import java.util.List;

/**
 * What a message in its thread is about.
 *
 * @param groups the three likeliest groups, likeliest first, their scores of all 26 summing to 1
 * @param topics the likeliest topic of the first group, then the likeliest others, likeliest first;
 *     empty where neither data nor lexicon allow one of the first group
 * @param reasons the signs of the lexicon that spoke for the first group or topic, as {@code
 *     "topic:<sign>"}; {@code "topic:post"}, {@code "topic:parent"} and {@code "topic:asked"}
 *     (messages above that ask) where the context decided
 */
public record TopicDecision(List<Scored> groups, List<Scored> topics, List<String> reasons) {

    public TopicDecision {
        groups = List.copyOf(groups);
        topics = List.copyOf(topics);
        reasons = List.copyOf(reasons);
    }

    /** The likeliest group. */
    public String group() {
        return groups.get(0).name();
    }

    /** The likeliest topic of {@link #group}, or null where none can be told. */
    public String topic() {
        return topics.isEmpty() ? null : topics.get(0).name();
    }

    /** A name with its score, 0..1. */
    public record Scored(String name, double score) {}
}
