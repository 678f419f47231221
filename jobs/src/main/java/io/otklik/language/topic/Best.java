package io.otklik.language.topic;

/** The greatest of the values offered, greatest first; of equal ones those of lower number. */
final class Best {

    private final int[] numbers;
    private final float[] values;
    private int size;

    /** What is less is not kept. */
    private float least = Float.NEGATIVE_INFINITY;

    /**
     * @param most so many are kept
     */
    Best(int most) {
        numbers = new int[most];
        values = new float[most];
    }

    /** Offers each number at most once, in any order. */
    void offer(int number, float value) {
        if (value < least) {
            return;
        }
        int at = size;
        while (at > 0 && isBefore(number, value, at - 1)) {
            at--;
        }
        if (at == numbers.length) {
            return;
        }
        int end = Math.min(size, numbers.length - 1);
        System.arraycopy(numbers, at, numbers, at + 1, end - at);
        System.arraycopy(values, at, values, at + 1, end - at);
        numbers[at] = number;
        values[at] = value;
        size = Math.min(size + 1, numbers.length);
        least = size < numbers.length ? Float.NEGATIVE_INFINITY : values[size - 1];
    }

    private boolean isBefore(int number, float value, int at) {
        return value > values[at] || value == values[at] && number < numbers[at];
    }

    /** The least of the values kept; anything is greater while there is room. */
    float least() {
        return least;
    }

    int size() {
        return size;
    }

    int number(int at) {
        return numbers[at];
    }

    float value(int at) {
        return values[at];
    }
}
