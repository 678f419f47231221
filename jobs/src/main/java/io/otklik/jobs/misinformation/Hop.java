package io.otklik.jobs.misinformation;

/**
 * That a text's neighbour, which is its copy, belongs to a story.
 *
 * @param to the text that is told so
 * @param via the neighbour; the text itself where it tells of itself
 * @param label the story
 * @param at when the neighbour was last published, epoch milliseconds
 */
public record Hop(long to, long via, Label label, long at) {}
