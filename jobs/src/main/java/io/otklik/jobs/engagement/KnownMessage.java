package io.otklik.jobs.engagement;

/**
 * A message in state.
 *
 * @param touchedAt processing time of the latest change
 */
public record KnownMessage(MessageFact fact, long touchedAt) {}
