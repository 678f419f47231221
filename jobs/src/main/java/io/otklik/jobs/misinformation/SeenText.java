package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Sketch;

/** That a message carries a text that may have near copies, and what is kept to find them. */
public record SeenText(Label label, Sketch sketch) {

    long textId() {
        return sketch.textId();
    }
}
