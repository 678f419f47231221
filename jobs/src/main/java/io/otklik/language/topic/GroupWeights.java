package io.otklik.language.topic;

/**
 * The groups' weights of all features, summed four groups at a time: a {@code long} holds four
 * weights in 16 bits each, so that one addition adds four. Summing is the greater half of what
 * telling a topic costs; this makes it a third. The sums are whole numbers and exact. Immutable.
 */
final class GroupWeights {

    private static final int LANES = 4;
    private static final int LANE_BITS = 16;
    private static final int LANE = (1 << LANE_BITS) - 1;

    /** Makes a weight positive, so that no lane borrows from another. */
    private static final int OFFSET = -Byte.MIN_VALUE;

    /** So many weights of 8 bits fit into a lane without running over. */
    private static final int MOST_ROWS = 1 << LANE_BITS - Byte.SIZE;

    private final long[] packed;
    private final int width;

    /**
     * @param weights one a group for each row, row after row
     */
    GroupWeights(byte[] weights, int groups) {
        width = (groups + LANES - 1) / LANES;
        int rows = weights.length / groups;
        packed = new long[rows * width];
        for (int row = 0; row < rows; row++) {
            for (int g = 0; g < groups; g++) {
                long weight = weights[row * groups + g] + OFFSET;
                packed[row * width + g / LANES] |= weight << g % LANES * LANE_BITS;
            }
        }
    }

    /**
     * Adds the weights of some rows to the sums of the groups.
     *
     * @param rows numbers of rows, from {@code begin} to {@code end}
     */
    void addTo(int[] sums, int[] rows, int begin, int end) {
        for (int from = begin; from < end; from += MOST_ROWS) {
            addFew(sums, rows, from, Math.min(end, from + MOST_ROWS));
        }
    }

    private void addFew(int[] sums, int[] rows, int begin, int end) {
        int offset = OFFSET * (end - begin);
        for (int at = 0; at < width; at++) {
            long four = 0;
            for (int i = begin; i < end; i++) {
                four += packed[rows[i] * width + at];
            }
            for (int g = at * LANES; g < sums.length && g < (at + 1) * LANES; g++) {
                sums[g] += (int) (four & LANE) - offset;
                four >>>= LANE_BITS;
            }
        }
    }
}
