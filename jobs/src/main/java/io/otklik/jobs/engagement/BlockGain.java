package io.otklik.jobs.engagement;

/**
 * What a block of a page gained.
 *
 * @param sums see {@link Slots}
 */
public record BlockGain(WindowKey block, byte[] sums) {}
