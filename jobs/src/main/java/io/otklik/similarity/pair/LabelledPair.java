package io.otklik.similarity.pair;

/**
 * Two texts and whether a reader found that they state the same.
 *
 * @param id of the pair in its file
 */
public record LabelledPair(String id, String first, String second, boolean same) {}
