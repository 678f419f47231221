package io.otklik.language.topic;

/**
 * The features of one text that a {@link TopicModel} knows, as rows of its weights.
 *
 * @param rows first those of words, then those of signs
 * @param words how many are of words
 * @param all how many there are; what stands behind them counts for nothing
 * @param wordValue value of each word's feature
 * @param signValue value of each sign's feature
 */
record TextRows(int[] rows, int words, int all, float wordValue, float signValue) {}
