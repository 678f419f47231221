package io.otklik.language.train;

import io.otklik.language.Kind;

/**
 * A labelled message and what it was found to be.
 *
 * @param threadId unit of the bootstrap
 */
record Judged(
        String threadId, String id, String text, Kind truth, Kind found, double needsAnswer) {}
