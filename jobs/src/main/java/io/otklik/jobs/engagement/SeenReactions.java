package io.otklik.jobs.engagement;

/**
 * Reactions to a post that no watermark has passed.
 *
 * @param end of the ten seconds in which they were seen, epoch milliseconds
 * @param spanMillis over how long they were gained; 0 for a single event
 */
public record SeenReactions(long end, String post, long spanMillis, int count) {}
