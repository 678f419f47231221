package io.otklik.language;

import io.otklik.language.topic.TopicReading;

import java.util.List;

/**
 * What one text says by itself, without its thread: the costly part of a decision, made once a
 * text.
 *
 * @param scoresAbove sums that the kind model adds for what stands below; their layout is the
 *     model's
 * @param signs bit set of {@link Sign}
 * @param rules bit set of the rules that spoke
 * @param words number of words
 * @param own what the text says of the message itself; null in a mere context
 * @param place the place that the text names, normalised; of null if none; null in a mere context
 * @param behindPraise what the parts of the text behind its praise say; null in a mere context
 * @param urgent the urgency rules that spoke, as bits in their book's order; 0: not urgent
 * @param topic what the text says of its topic
 * @param modelVersion of model and rule book that read the text; a reading of another version must
 *     be made anew
 */
public record Reading(
        float[] scoresAbove,
        int signs,
        long rules,
        int words,
        Later<OwnReading> own,
        Later<String> place,
        Later<List<Reading>> behindPraise,
        Later<Long> urgent,
        Later<TopicReading> topic,
        String modelVersion) {

    public boolean has(Sign sign) {
        return (signs & sign.bit()) != 0;
    }
}
