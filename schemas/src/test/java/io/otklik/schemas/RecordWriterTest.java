package io.otklik.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordWriterTest {

    private static final String[] TEXTS = {
        "vk:-900_10",
        "Когда уберут снег?",
        "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u0080\u07ff\u0800\uffff",
        "№ 4 — «да» 👍🏽",
        "\ud83d",
        "\udca7\ud83d да",
        "я".repeat(3_000)
    };
    private static final long[] NUMBERS = {
        0, 9, 10, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final double[] FRACTIONS = {
        0, -0.5, 1.0 / 3, 1e-9, 12_345_678.9, Double.MIN_VALUE, Double.MAX_VALUE
    };

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(classes = {Appeal.class, AppealEvent.class, Alert.class})
    <T extends Record> void recordsAreWrittenAsTheCodecWritesThem(Class<T> type) throws Exception {
        RecordWriter<T> writer = RecordWriter.of(type);
        JsonCodec<T> codec = JsonCodec.of(type);
        for (int i = 0; i < 1_000; i++) {
            T row = type.cast(value(type));

            assertThat(new String(writer.encode(row), StandardCharsets.UTF_8))
                    .isEqualTo(new String(codec.encode(row), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anObjectOfWhichNothingIsKnownIsEmpty() {
        assertThat(RecordWriter.of(Part.class).encode(new Part(null, null)))
                .asString()
                .isEqualTo("{}");
        assertThat(RecordWriter.of(Part.class).encode(new Part(null, 3)))
                .asString()
                .isEqualTo("{\"count\":3}");
        assertThat(RecordWriter.of(Part.class).encode(new Part("", 3)))
                .asString()
                .isEqualTo("{\"text\":\"\",\"count\":3}");
    }

    @Test
    void aTypeWithoutAFormIsRefused() {
        assertThatThrownBy(() -> RecordWriter.of(Mapped.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.Map");
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (type == String.class) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli((long) (random.nextDouble() * 6_300_000_000_000L));
        }
        if (type == int.class || type == Integer.class) {
            return (int) NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (type == long.class || type == Long.class) {
            return NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (type == double.class || type == Double.class) {
            return FRACTIONS[random.nextInt(FRACTIONS.length)];
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return random.nextBoolean() ? List.of() : List.of(value(element), value(element));
        }
        Class<?> of = (Class<?>) type;
        return of.isEnum()
                ? of.getEnumConstants()[random.nextInt(of.getEnumConstants().length)]
                : row(of);
    }

    private Object row(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            JsonProperty property = components[i].getAccessor().getAnnotation(JsonProperty.class);
            boolean always =
                    components[i].getType().isPrimitive()
                            || property != null && property.required();
            values[i] =
                    always || random.nextInt(3) > 0 ? value(components[i].getGenericType()) : null;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private record Part(String text, Integer count) {}

    private record Mapped(Map<String, String> parts) {}
}
