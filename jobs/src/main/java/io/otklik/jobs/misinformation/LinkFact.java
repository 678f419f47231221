package io.otklik.jobs.misinformation;

/**
 * That a message carries a link.
 *
 * @param link see {@link io.otklik.similarity.Link#target}
 */
public record LinkFact(String link, Sighting sighting) {}
