package io.otklik.jobs.engagement;

/**
 * A counter's change by one event, kept so that a repetition counts once.
 *
 * @param messageId hash of what was counted
 * @param at epoch milliseconds of the first observation
 * @param figures views, likes, reposts, comments
 * @param touchedAt processing time of its arrival
 */
public record CountedChange(long messageId, long at, long[] figures, long touchedAt) {}
