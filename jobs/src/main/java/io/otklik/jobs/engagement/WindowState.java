package io.otklik.jobs.engagement;

/**
 * One window, as state.
 *
 * @param createdAt processing time, epoch milliseconds, when the first fact was counted
 */
public record WindowState(WindowSum sum, long createdAt) {}
