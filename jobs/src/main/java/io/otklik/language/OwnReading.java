package io.otklik.language;

import java.util.List;

/**
 * What one text says of the message itself, apart from its topic and place. Posts and official
 * messages are only the context of others: nobody asks for theirs.
 *
 * @param kindScores a sum for each output of the kind model
 * @param reasons the rules that spoke and the words that weighed most, most telling first
 */
public record OwnReading(float[] kindScores, List<String> reasons) {}
