package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindWeights;

import java.util.Arrays;

/** One labelled message as rows of the model's tables with their values. */
final class KindExample {

    final String id;
    final Kind kind;
    final AuthorRole author;
    private int[] rows = new int[256];
    private float[] values = new float[256];
    private int size;

    KindExample(String id, Kind kind, AuthorRole author) {
        this.id = id;
        this.kind = kind;
        this.author = author;
    }

    void add(KindModel.Block block, int hash, float value) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        rows[size] = block.ordinal() << KindModel.BITS | hash >>> (32 - KindModel.BITS);
        values[size] = value;
        size++;
    }

    /** What weights say of the message on one output. */
    double score(KindWeights weights, int output) {
        double score = weights.bias(output);
        for (int at = 0; at < size; at++) {
            score += values[at] * weights.get(rows[at], output);
        }
        return score;
    }

    int size() {
        return size;
    }

    /** Block and row as one number. */
    int row(int at) {
        return rows[at];
    }

    float value(int at) {
        return values[at];
    }
}
