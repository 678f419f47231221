package io.otklik.language.model;

import io.otklik.language.Kind;
import io.otklik.language.ReadText;
import io.otklik.language.Reading;
import io.otklik.language.ThreadContext;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokens;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Scores of the kinds of a message, and of «needs an answer», by weights of hashed features.
 * Immutable.
 *
 * <p>The weights stand in four tables, one a {@link Block}; a row has a weight for each output. The
 * sums of a text alone are what a {@link Reading} keeps.
 */
public final class KindModel {

    /** The kinds in their order, and behind them «needs an answer». */
    public static final int OUTPUTS = Kind.values().length + 1;

    /** Output of «needs an answer». */
    public static final int NEEDS = OUTPUTS - 1;

    /** A feature's part in the decision. */
    public enum Block {
        /** The message's text, wherever it stands. */
        OWN,
        /** Text of the comment that is answered. */
        PARENT,
        /** Text of the post. */
        POST,
        /** Place in the thread. */
        CONTEXT
    }

    /** Rows of a table: 2 to this power. */
    public static final int BITS = 18;

    /** {@link Block#PARENT} and {@link Block#POST}. */
    private static final int BLOCKS_ABOVE = 2;

    private static final Block[] BLOCKS = Block.values();

    private final short[][] weights;
    private final float[] steps;
    private final float[] bias;
    private final Calibration calibration;

    /**
     * @param weights a table a block, {@code OUTPUTS} whole numbers a row
     * @param steps what one is worth, for each output
     */
    KindModel(short[][] weights, float[] steps, float[] bias, Calibration calibration) {
        this.weights = weights;
        this.steps = steps;
        this.bias = bias;
        this.calibration = calibration;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(calibration.bias());
        out.writeDouble(calibration.slope());
        out.writeDouble(calibration.threshold());
        calibration.expected().write(out);
        for (int k = 0; k < OUTPUTS; k++) {
            out.writeFloat(steps[k]);
            out.writeFloat(bias[k]);
        }
        for (short[] table : weights) {
            writeTable(table, out);
        }
    }

    static KindModel read(DataInputStream in) throws IOException {
        Calibration calibration =
                new Calibration(
                        in.readDouble(), in.readDouble(), in.readDouble(), ScoreShares.read(in));
        float[] steps = new float[OUTPUTS];
        float[] bias = new float[OUTPUTS];
        for (int k = 0; k < OUTPUTS; k++) {
            steps[k] = in.readFloat();
            bias[k] = in.readFloat();
        }
        short[][] weights = new short[BLOCKS.length][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = readTable(in);
        }
        return new KindModel(weights, steps, bias, calibration);
    }

    /** The rows that are not zero: how many; then each one's number and weights. */
    private static void writeTable(short[] table, DataOutputStream out) throws IOException {
        int rows = 0;
        for (int row = 0; row < 1 << BITS; row++) {
            rows += isZero(table, row) ? 0 : 1;
        }
        out.writeInt(rows);
        for (int row = 0; row < 1 << BITS; row++) {
            if (!isZero(table, row)) {
                out.writeInt(row);
                for (int k = 0; k < OUTPUTS; k++) {
                    out.writeShort(table[row * OUTPUTS + k]);
                }
            }
        }
    }

    private static short[] readTable(DataInputStream in) throws IOException {
        short[] table = new short[OUTPUTS << BITS];
        for (int rows = in.readInt(); rows > 0; rows--) {
            int row = in.readInt();
            for (int k = 0; k < OUTPUTS; k++) {
                table[row * OUTPUTS + k] = in.readShort();
            }
        }
        return table;
    }

    private static boolean isZero(short[] table, int row) {
        for (int k = 0; k < OUTPUTS; k++) {
            if (table[row * OUTPUTS + k] != 0) {
                return false;
            }
        }
        return true;
    }

    static int row(int hash) {
        return hash >>> (32 - BITS);
    }

    /** Sums of a text as the message itself, one an output. */
    public float[] readOwn(ReadText text, RuleBook book, ReadingBuffers buffers) {
        float[] sums = new float[OUTPUTS];
        buffers.clear(text.tokens().size());
        short[] own = weights[Block.OWN.ordinal()];
        TextFeatures.ofMessageWithoutLetters(
                text,
                book,
                (type, hash, value, token) -> {
                    int row = row(hash) * OUTPUTS;
                    for (int k = 0; k < OUTPUTS; k++) {
                        sums[k] += value * own[row + k];
                    }
                    if (token >= 0) {
                        buffers.note(token, value * own[row + NEEDS] * steps[NEEDS]);
                    }
                });
        addLetters(text.tokens(), sums, buffers);
        return inSteps(sums);
    }

    /** Sums of a text that stands above: as what is answered and, behind them, as the post. */
    public float[] readAbove(ReadText text, RuleBook book) {
        float[] sums = new float[BLOCKS_ABOVE * OUTPUTS];
        short[] parent = weights[Block.PARENT.ordinal()];
        short[] post = weights[Block.POST.ordinal()];
        TextFeatures.ofTextAbove(
                text,
                book,
                (type, hash, value, token) -> {
                    int row = row(hash) * OUTPUTS;
                    for (int k = 0; k < OUTPUTS; k++) {
                        sums[k] += value * parent[row + k];
                        sums[OUTPUTS + k] += value * post[row + k];
                    }
                });
        return inSteps(sums);
    }

    private float[] inSteps(float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= steps[i % OUTPUTS];
        }
        return sums;
    }

    private void addLetters(Tokens tokens, float[] sums, ReadingBuffers buffers) {
        float scale = TextFeatures.lettersScale(tokens);
        float[] ofWords = buffers.sums();
        int size = TextFeatures.size(tokens);
        for (int i = 0; i < size; i++) {
            if (tokens.type(i) != TokenType.WORD) {
                continue;
            }
            int at = buffers.known(tokens.word(i));
            if (at < 0) {
                at = sumLetters(tokens.word(i), buffers);
            }
            for (int k = 0; k < OUTPUTS; k++) {
                sums[k] += scale * ofWords[at + k];
            }
            buffers.note(i, scale * ofWords[at + NEEDS] * steps[NEEDS]);
        }
    }

    private int sumLetters(String word, ReadingBuffers buffers) {
        int at = buffers.remember(word);
        float[] sums = buffers.sums();
        short[] own = weights[Block.OWN.ordinal()];
        TextFeatures.letters(
                word,
                1,
                -1,
                (type, hash, value, token) -> {
                    int row = row(hash) * OUTPUTS;
                    for (int k = 0; k < OUTPUTS; k++) {
                        sums[at + k] += own[row + k];
                    }
                });
        return at;
    }

    /** The scores of a message in its thread, one an output. */
    public float[] scores(Reading own, ThreadContext context, RuleBook book) {
        float[] scores = bias.clone();
        addUp(scores, own.own().get().kindScores(), 0);
        if (context.parent() != null) {
            addUp(scores, context.parent().scoresAbove(), 0);
        }
        if (context.post() != null) {
            addUp(scores, context.post().scoresAbove(), OUTPUTS);
        }
        short[] table = weights[Block.CONTEXT.ordinal()];
        ContextFeatures.of(
                own,
                context,
                book,
                (type, hash, value, token) -> {
                    int row = row(hash) * OUTPUTS;
                    for (int k = 0; k < OUTPUTS; k++) {
                        scores[k] += value * table[row + k] * steps[k];
                    }
                });
        return scores;
    }

    public Calibration calibration() {
        return calibration;
    }

    private static void addUp(float[] scores, float[] sums, int from) {
        for (int k = 0; k < OUTPUTS; k++) {
            scores[k] += sums[from + k];
        }
    }
}
