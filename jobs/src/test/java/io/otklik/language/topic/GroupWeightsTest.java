package io.otklik.language.topic;

import org.junit.jupiter.api.Test;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Sums of packed weights are those of the weights themselves. */
class GroupWeightsTest {

    private static final int GROUPS = 26;
    private static final int ROWS = 40;

    @Test
    void addsTheWeightsOfRowsHoweverMany() {
        Random random = new Random(1);
        byte[] weights = new byte[GROUPS * ROWS];
        random.nextBytes(weights);
        int[] rows = random.ints(1000, 0, ROWS).toArray();
        for (int end : new int[] {3, 4, 259, 260, 1000}) {
            int[] sums = new int[GROUPS];
            new GroupWeights(weights, GROUPS).addTo(sums, rows, 3, end);
            assertThat(sums).isEqualTo(plainSums(weights, rows, 3, end));
        }
    }

    @Test
    void extremeWeightsDoNotRunIntoTheirNeighbours() {
        byte[] weights = new byte[GROUPS];
        for (int g = 0; g < GROUPS; g++) {
            weights[g] = g % 2 == 0 ? Byte.MAX_VALUE : Byte.MIN_VALUE;
        }
        int[] rows = new int[600];
        int[] sums = new int[GROUPS];
        new GroupWeights(weights, GROUPS).addTo(sums, rows, 0, rows.length);
        assertThat(sums).isEqualTo(plainSums(weights, rows, 0, rows.length));
    }

    private static int[] plainSums(byte[] weights, int[] rows, int begin, int end) {
        int[] sums = new int[GROUPS];
        for (int i = begin; i < end; i++) {
            for (int g = 0; g < GROUPS; g++) {
                sums[g] += weights[rows[i] * GROUPS + g];
            }
        }
        return sums;
    }
}
