package io.otklik.schemas;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonWriterTest {

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
        0,
        -0.5,
        1.0 / 3,
        1e-9,
        12_345_678.9,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.NEGATIVE_INFINITY
    };

    @Test
    void everyValueIsWrittenAsTheCodecWritesIt() {
        JsonWriter<Whole> writer = JsonWriter.of(Whole.class);
        JsonCodec<Whole> codec = JsonCodec.of(Whole.class);
        for (String text : TEXTS) {
            for (long number : NUMBERS) {
                for (double fraction : FRACTIONS) {
                    Whole row =
                            new Whole(
                                    text,
                                    number,
                                    fraction,
                                    Instant.ofEpochMilli(number % 10_000_000_000_000L),
                                    number > 0,
                                    Platform.VK,
                                    List.of(new Part(text, (int) number), new Part(null, null)));

                    assertThat(new String(writer.encode(row), StandardCharsets.UTF_8))
                            .isEqualTo(new String(codec.encode(row), StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Test
    void anObjectOfWhichNothingIsKnownIsEmpty() {
        assertThat(JsonWriter.of(Part.class).encode(new Part(null, null)))
                .asString()
                .isEqualTo("{}");
        assertThat(JsonWriter.of(Part.class).encode(new Part(null, 3)))
                .asString()
                .isEqualTo("{\"count\":3}");
        assertThat(JsonWriter.of(Part.class).encode(new Part("", 3)))
                .asString()
                .isEqualTo("{\"text\":\"\",\"count\":3}");
    }

    @Test
    void aTypeWithoutAFormIsRefused() {
        assertThatThrownBy(() -> JsonWriter.of(Mapped.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.Map");
    }

    private record Whole(
            String text,
            long number,
            Double fraction,
            Instant at,
            boolean truth,
            Platform platform,
            List<Part> parts) {}

    private record Part(String text, Integer count) {}

    private record Mapped(Map<String, String> parts) {}
}
