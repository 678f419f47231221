package io.otklik.language;

import io.otklik.language.topic.TopicReading;
import io.otklik.schemas.Urgency;

import java.util.List;

/**
 * What one text says by itself, without its thread: the costly part of a decision, made once a
 * text.
 *
 * @param kindScores sums that the kind model reads; their layout is the model's
 * @param signs bit set of {@link Sign}
 * @param rules bit set of the rules that spoke
 * @param words number of words
 * @param place the place that the text names, normalised; of null if none
 * @param topic what the text says of its topic
 * @param reasons the rules that spoke and the words that weighed most, most telling first
 * @param modelVersion of model and rule book that read the text; a reading of another version must
 *     be made anew
 */
public record Reading(
        float[] kindScores,
        int signs,
        long rules,
        int words,
        Urgency urgency,
        Later<String> place,
        Later<TopicReading> topic,
        List<String> reasons,
        String modelVersion) {

    public boolean has(Sign sign) {
        return (signs & sign.bit()) != 0;
    }
}
