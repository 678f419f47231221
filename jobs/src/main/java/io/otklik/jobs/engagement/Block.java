package io.otklik.jobs.engagement;

/**
 * An hour of a post or page by its minutes, or a day, as state.
 *
 * @param sums see {@link Slots}
 * @param createdAt processing time, epoch milliseconds, when the first fact was counted
 */
public record Block(byte[] sums, long createdAt) {}
