package io.otklik.language.topic;

import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * The trained weights: for each known feature a weight for every group and for those topics on
 * which it bears, kept as bytes. Immutable.
 */
public final class TopicModel {

    private static final int FORMAT = 4;

    private static final String BUNDLED = "/models/topic.bin.gz";

    private final int[] keys;
    private final byte[] groupWeights;
    private final GroupWeights groupSums;
    private final float[] groupScale;
    private final float[] groupBias;
    private final int[] topicStart;
    private final short[] topicIds;
    private final byte[] topicWeights;
    private final float[] topicScale;
    private final float[] topicBias;

    private final TopicWeights topics;

    private final ContextWeights context;

    /** Open addressing: a feature's hash in the upper half, its row + 1 in the lower; 0: free. */
    private final long[] table;

    private final int mask;

    TopicModel(
            int[] keys,
            byte[] groupWeights,
            float[] groupScale,
            float[] groupBias,
            int[] topicStart,
            short[] topicIds,
            byte[] topicWeights,
            float[] topicScale,
            float[] topicBias,
            ContextWeights context) {
        this.keys = keys;
        this.groupWeights = groupWeights;
        this.groupSums = new GroupWeights(groupWeights, groupScale.length);
        this.groupScale = groupScale;
        this.groupBias = groupBias;
        this.topicStart = topicStart;
        this.topicIds = topicIds;
        this.topicWeights = topicWeights;
        this.topicScale = topicScale;
        this.topicBias = topicBias;
        this.topics = new TopicWeights(topicStart, topicIds, topicWeights, topicScale, topicBias);
        this.context = context;
        int size = Integer.highestOneBit(Math.max(2, keys.length)) * 4;
        this.mask = size - 1;
        this.table = new long[size];
        for (int row = 0; row < keys.length; row++) {
            int at = keys[row] & mask;
            while (table[at] != 0) {
                at = at + 1 & mask;
            }
            table[at] = (long) keys[row] << Integer.SIZE | row + 1;
        }
    }

    /** The model that comes with the project; the lexicon of the same version belongs to it. */
    public static TopicModel bundled() {
        try (InputStream packed = TopicModel.class.getResourceAsStream(BUNDLED);
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed)))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same weights for texts, others for what surrounds them. */
    TopicModel with(ContextWeights weights) {
        return new TopicModel(
                keys,
                groupWeights,
                groupScale,
                groupBias,
                topicStart,
                topicIds,
                topicWeights,
                topicScale,
                topicBias,
                weights);
    }

    ContextWeights context() {
        return context;
    }

    /** Number of features with weights. */
    public int size() {
        return keys.length;
    }

    /** The rows of those features that are known, from a place on; returns where they end. */
    private int rows(TopicFeatures features, int begin, int end, int[] rows, int from) {
        int count = from;
        for (int i = begin; i < end; i++) {
            int row = row(features.hash(i));
            if (row >= 0) {
                rows[count++] = row;
            }
        }
        return count;
    }

    /** Row of a feature, or -1 for one that the training did not know. */
    private int row(int hash) {
        for (int at = hash & mask; table[at] != 0; at = at + 1 & mask) {
            if ((int) (table[at] >>> Integer.SIZE) == hash) {
                return (int) table[at] - 1;
            }
        }
        return -1;
    }

    /** The features of a text that the model knows. */
    TextRows rows(TopicFeatures features) {
        int[] rows = new int[features.size()];
        int words = rows(features, 0, features.words(), rows, 0);
        int all = rows(features, features.words(), features.size(), rows, words);
        return new TextRows(rows, words, all, features.wordValue(), features.signValue());
    }

    /** The score of each group for a text. */
    float[] groups(TextRows text) {
        float[] groups = groupBias.clone();
        add(text.rows(), 0, text.words(), text.wordValue(), groups);
        add(text.rows(), text.words(), text.all(), text.signValue(), groups);
        return groups;
    }

    private void add(int[] rows, int begin, int end, float value, float[] groups) {
        int[] sums = new int[groups.length];
        groupSums.addTo(sums, rows, begin, end);
        for (int g = 0; g < sums.length; g++) {
            groups[g] += sums[g] * groupScale[g] * value;
        }
    }

    TopicWeights topics() {
        return topics;
    }

    /** Writes the model; {@link #read} reads it. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(keys.length);
        out.writeInt(groupScale.length);
        out.writeInt(topicScale.length);
        out.writeInt(topicIds.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        out.write(groupWeights);
        writeAll(out, groupScale);
        writeAll(out, groupBias);
        for (int row = 0; row < keys.length; row++) {
            out.writeShort(topicStart[row + 1] - topicStart[row]);
        }
        for (short id : topicIds) {
            out.writeShort(id);
        }
        out.write(topicWeights);
        writeAll(out, topicScale);
        writeAll(out, topicBias);
        context.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is no topic model of a known format
     */
    public static TopicModel read(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("Topic model of unknown format " + format + ": train it anew.");
        }
        int rows = in.readInt();
        int groups = in.readInt();
        int topics = in.readInt();
        int pairs = in.readInt();
        int[] keys = new int[rows];
        for (int row = 0; row < rows; row++) {
            keys[row] = in.readInt();
        }
        byte[] groupWeights = new byte[rows * groups];
        in.readFully(groupWeights);
        float[] groupScale = readAll(in, groups);
        float[] groupBias = readAll(in, groups);
        int[] topicStart = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            topicStart[row + 1] = topicStart[row] + in.readUnsignedShort();
        }
        short[] topicIds = new short[pairs];
        for (int i = 0; i < pairs; i++) {
            topicIds[i] = in.readShort();
        }
        byte[] topicWeights = new byte[pairs];
        in.readFully(topicWeights);
        return new TopicModel(
                keys,
                groupWeights,
                groupScale,
                groupBias,
                topicStart,
                topicIds,
                topicWeights,
                readAll(in, topics),
                readAll(in, topics),
                ContextWeights.read(in, groups));
    }

    static void writeAll(DataOutput out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    static float[] readAll(DataInput in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
