package io.otklik.language.topic;

/**
 * What one text says about topics by itself, apart from its thread; about 100 bytes, made to be
 * kept in state. The same reading serves as the message's own and as its parent's or post's.
 *
 * @param groups score of each group, in 1/{@value #UNIT}
 * @param topics numbers of the best topics, best first
 * @param topicScores their scores, in 1/{@value #UNIT}
 * @param signs numbers of signs of the lexicon that spoke, the first few
 * @param words number of words, at most 127
 * @param strong whether a sign spoke that is not weak
 * @param top share of the likeliest group
 */
public record TopicReading(
        short[] groups,
        short[] topics,
        short[] topicScores,
        short[] signs,
        byte words,
        boolean strong,
        float top) {

    /** Scores are kept as whole numbers of this fraction. */
    public static final int UNIT = 256;

    float group(int at) {
        return (float) groups[at] / UNIT;
    }

    /** The number of the likeliest group. */
    public int best() {
        int best = 0;
        for (int g = 1; g < groups.length; g++) {
            best = groups[g] > groups[best] ? g : best;
        }
        return best;
    }

    float topicScore(int at) {
        return (float) topicScores[at] / UNIT;
    }
}
