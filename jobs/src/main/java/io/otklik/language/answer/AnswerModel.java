package io.otklik.language.answer;

import io.otklik.language.AnswerKind;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A linear model of the kind of an official message: a weight per kind for each hashed feature.
 * Written sparsely, weights in steps of 1/{@value #STEPS}.
 */
public final class AnswerModel {

    static final AnswerKind[] KINDS = AnswerKind.values();

    private static final int MAGIC = 0x4f414e31; // "OAN1"
    private static final int STEPS = 256;

    private final float[] bias;
    private final float[][] weights;

    /** Takes weights as they will be read back: rounded to what is written. */
    AnswerModel(double[] bias, double[][] weights) {
        this.bias = new float[KINDS.length];
        this.weights = new float[KINDS.length][AnswerFeatures.DIMENSION];
        for (int kind = 0; kind < KINDS.length; kind++) {
            this.bias[kind] = steps(bias[kind]) / (float) STEPS;
            for (int i = 0; i < AnswerFeatures.DIMENSION; i++) {
                this.weights[kind][i] = steps(weights[kind][i]) / (float) STEPS;
            }
        }
    }

    private AnswerModel(float[] bias, float[][] weights) {
        this.bias = bias;
        this.weights = weights;
    }

    /** Scores of the kinds, in their order, for the text alone. */
    float[] score(int[] places) {
        float[] scores = bias.clone();
        for (int kind = 0; kind < KINDS.length; kind++) {
            float[] weight = weights[kind];
            float sum = scores[kind];
            for (int place : places) {
                sum += weight[place];
            }
            scores[kind] = sum;
        }
        return scores;
    }

    /** What the surroundings add to the score of a kind. */
    float weight(AnswerKind kind, AnswerContext context) {
        return context == AnswerContext.UNKNOWN
                ? 0
                : weights[kind.ordinal()][AnswerFeatures.place(context)];
    }

    /** Writes the model; equal models give equal bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        for (int kind = 0; kind < KINDS.length; kind++) {
            out.writeShort(steps(bias[kind]));
            int count = 0;
            for (float weight : weights[kind]) {
                count += weight == 0 ? 0 : 1;
            }
            out.writeInt(count);
            for (int i = 0; i < AnswerFeatures.DIMENSION; i++) {
                if (weights[kind][i] != 0) {
                    out.writeShort(i);
                    out.writeShort(steps(weights[kind][i]));
                }
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is no such model
     */
    public static AnswerModel read(DataInput in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a model of answers: train it anew with 'otklik train'");
        }
        float[] bias = new float[KINDS.length];
        float[][] weights = new float[KINDS.length][AnswerFeatures.DIMENSION];
        for (int kind = 0; kind < KINDS.length; kind++) {
            bias[kind] = in.readShort() / (float) STEPS;
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                int place = in.readShort() & (AnswerFeatures.DIMENSION - 1);
                weights[kind][place] = in.readShort() / (float) STEPS;
            }
        }
        return new AnswerModel(bias, weights);
    }

    private static int steps(double weight) {
        return (int)
                Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(weight * STEPS)));
    }
}
