package io.otklik.language.topic;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class BestTest {

    private final Random random = new Random(3);

    @Test
    void keepsWhatSortingWouldPutFirstInWhateverOrderItIsOffered() {
        for (int round = 0; round < 500; round++) {
            float[] values = new float[random.nextInt(30)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(10);
            }
            Best best = new Best(5);
            List<Integer> numbers = numbersBelow(values.length);
            Collections.shuffle(numbers, random);
            numbers.forEach(i -> best.offer(i, values[i]));
            assertThat(numbersBelow(best.size()).stream().map(best::number).toList())
                    .isEqualTo(
                            numbersBelow(values.length).stream()
                                    .sorted(Comparator.comparing(i -> -values[i]))
                                    .limit(5)
                                    .toList());
        }
    }

    @Test
    void tellsTheLeastOnlyOnceItIsFull() {
        Best best = new Best(2);
        best.offer(0, 3);
        assertThat(best.least()).isEqualTo(Float.NEGATIVE_INFINITY);
        best.offer(1, 4);
        assertThat(best.least()).isEqualTo(3);
        best.offer(2, 5);
        assertThat(best.least()).isEqualTo(4);
    }

    private static List<Integer> numbersBelow(int bound) {
        return new ArrayList<>(IntStream.range(0, bound).boxed().toList());
    }
}
