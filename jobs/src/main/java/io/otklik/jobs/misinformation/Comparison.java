package io.otklik.jobs.misinformation;

import io.otklik.similarity.copy.Sketch;

/**
 * A text on its way to others that may be its copies.
 *
 * @param target a bucket of texts that drew the same lot, then a text in it, or the text itself
 * @param band the lot by which they met; −1: it is the text itself
 * @param label the text's first message
 * @param at when the text was last published, epoch milliseconds
 */
public record Comparison(long target, int band, Label label, long at, Sketch sketch) {

    static final int ITSELF = -1;

    Comparison to(long text) {
        return new Comparison(text, band, label, at, sketch);
    }
}
