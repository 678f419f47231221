package io.otklik.jobs.engagement;

/** What is known of a slice besides its windows. */
public record SliceState(Slice slice, Steps subscribers) {}
