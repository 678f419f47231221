package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Sketch;

/** A message's text and what is kept of it to find its copies. */
public record SeenText(Sighting sighting, Sketch sketch) {

    long textId() {
        return sighting.textId();
    }
}
