package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Sketch;

/**
 * That a message carries a text that may have near copies.
 *
 * @param buckets where it meets them, one of each lot
 */
public record SeenText(Label label, Sketch sketch, long[] buckets) {

    long textId() {
        return sketch.textId();
    }
}
