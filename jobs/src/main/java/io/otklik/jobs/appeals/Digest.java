package io.otklik.jobs.appeals;

import io.otklik.similarity.Hashing;

import java.time.Instant;
import java.util.List;

/**
 * 64 bits over the parts of a record, the same in every JVM (an enum's hash is not): state tells by
 * them whether what stands in a topic would be told otherwise now.
 */
final class Digest {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long bits = 1;

    /** Of Russian words of four letters many have one {@link String#hashCode}. */
    Digest add(String text) {
        return add(text == null ? 7L : Hashing.of(text));
    }

    Digest add(Enum<?> constant) {
        return add(constant == null ? null : constant.name());
    }

    Digest add(Instant instant) {
        return add(instant == null ? 7L : instant.toEpochMilli());
    }

    Digest add(boolean truth) {
        return add(truth ? 1L : 0L);
    }

    Digest add(Number number) {
        return add(number == null ? 7L : Double.doubleToLongBits(number.doubleValue()));
    }

    Digest add(List<?> list) {
        for (Object element : list) {
            if (element instanceof Number number) {
                add(number);
            } else {
                // Texts, instants and enums print alike in every JVM.
                add(element.toString());
            }
        }
        return add((long) list.size());
    }

    Digest add(long number) {
        bits = (bits ^ number ^ number >>> 29) * STEP;
        bits ^= bits >>> 32;
        return this;
    }

    /** Never 0. */
    long bits() {
        return bits == 0 ? 1 : bits;
    }
}
