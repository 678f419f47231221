package io.otklik.language;

/**
 * A topic group of the centres' list and how likely the message belongs to it.
 *
 * @param score 0 to 1
 */
public record GroupScore(String group, double score) {}
