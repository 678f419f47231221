package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Sketch;

/**
 * A text on its way into the bucket of a lot.
 *
 * @param bucket of the texts that drew the same
 * @param at when the text was last published, epoch milliseconds
 */
public record Drawn(long bucket, long at, Sketch text) {}
