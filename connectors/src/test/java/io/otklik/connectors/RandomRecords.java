package io.otklik.connectors;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import static io.otklik.connectors.Samples.HARD_TEXT;

/** Records of any type, from values that are hard to write or to read. */
public final class RandomRecords {

    private static final int ATTEMPTS = 100;

    private static final String[] TEXTS = {
        "vk:-9100_41",
        "Нет воды",
        HARD_TEXT,
        "",
        "\"",
        "\\",
        "\n\n",
        "яя\tяя",
        "😡",
        "a😡\"😡",
        "\u0000",
        "\uD7FF\uE000\uFFFF",
        "ы".repeat(70),
        "1234567",
        "12345678",
        "1234567\"",
        "UTC",
        "P1D",
        "\",\"text\":\"x",
        "null"
    };

    private static final Instant[] TIMES = {
        Instant.EPOCH,
        Instant.EPOCH.minusMillis(1),
        Instant.parse("0000-01-01T00:00:00Z"),
        Instant.parse("9999-12-31T23:59:59.999Z"),
        Instant.parse("2024-02-29T23:59:59.001Z"),
        Instant.parse("2026-10-05T06:12:00.417999Z")
    };

    private static final Double[] DOUBLES = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.1,
        1.0 / 3,
        2.0 / 3,
        -1e-9,
        1e15,
        1e22,
        1e23,
        123_456_789.125,
        9_007_199_254_740_993.0,
        0.30000000000000004,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.NEGATIVE_INFINITY
    };

    private static final Long[] LONGS = {
        0L,
        1L,
        -1L,
        9L,
        10L,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private static final Integer[] INTS = {
        0, 1, -1, 10, 1_000_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    private final Random random;

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** A record, or nothing if its type refuses everything that is tried. */
    public <T> Optional<T> next(Class<T> type) throws ReflectiveOperationException {
        return next(type, ATTEMPTS);
    }

    private <T> Optional<T> next(Class<T> type, int attempts) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<T> constructor =
                type.getDeclaredConstructor(
                        Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
        for (int i = 0; i < attempts; i++) {
            Object[] values = new Object[components.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = value(components[k]);
            }
            try {
                return Optional.of(constructor.newInstance(values));
            } catch (InvocationTargetException e) {
                // Refused: others are tried.
            }
        }
        return Optional.empty();
    }

    private Object value(RecordComponent component) throws ReflectiveOperationException {
        boolean needed = component.getAccessor().getAnnotations().length > 0;
        return component.getType().isPrimitive() || random.nextInt(needed ? 20 : 3) > 0
                ? value(component.getGenericType())
                : null;
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            int size = element == String.class && random.nextInt(12) == 0 ? 200 : random.nextInt(4);
            Object[] values = new Object[size];
            for (int i = 0; i < size; i++) {
                values[i] = value(element);
            }
            return IntStream.range(0, size).mapToObj(i -> values[i]).toList();
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isRecord()) {
            return next(kind, 3).orElse(null);
        }
        if (kind.isEnum()) {
            return any(kind.getEnumConstants());
        }
        if (kind == String.class) {
            return any(TEXTS);
        }
        if (kind == Instant.class) {
            return random.nextBoolean()
                    ? any(TIMES)
                    : Instant.ofEpochMilli(
                            random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
        }
        if (kind == double.class || kind == Double.class) {
            return random.nextBoolean() ? any(DOUBLES) : random.nextDouble();
        }
        if (kind == long.class || kind == Long.class) {
            return random.nextBoolean() ? any(LONGS) : random.nextLong() >> random.nextInt(64);
        }
        if (kind == int.class || kind == Integer.class) {
            return random.nextBoolean() ? any(INTS) : random.nextInt();
        }
        if (kind == boolean.class || kind == Boolean.class) {
            return random.nextBoolean();
        }
        throw new IllegalArgumentException(type.getTypeName());
    }

    private <V> V any(V[] values) {
        return values[random.nextInt(values.length)];
    }
}
