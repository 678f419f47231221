package io.otklik.jobs.engagement;

/**
 * A message in state.
 *
 * @param touchedAt processing time when it came last, to an hour
 */
public record KnownMessage(MessageFact fact, long touchedAt) {}
