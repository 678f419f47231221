package io.otklik.schemas;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class EngagementWindowWriterTest {

    private static final String[] TEXTS = {
        null,
        "",
        "UTC",
        "vk:-900_10",
        "Наш район",
        "\"\\/\b\f\n\r\t\u0001\u001f\u007f",
        "👍🏽 да",
        "я".repeat(600)
    };
    private static final long[] NUMBERS = {
        0, 1, 9, 10, -1, -10, 1_000_000, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final Double[] RATIOS = {
        null, 0.0, -0.5, 1.0 / 3, 1e-9, 12_345_678.9, Double.MIN_VALUE, Double.MAX_VALUE
    };

    private static final Instant DAY = Instant.parse("2026-10-05T00:00:00Z");

    private final Random random = new Random(7);

    @Test
    void rowsAreWrittenAsTheCodecWritesThem() throws MalformedPayloadException {
        JsonCodec<EngagementWindow> codec = JsonCodec.of(EngagementWindow.class);
        EngagementWindowWriter writer = new EngagementWindowWriter();
        for (int i = 0; i < 2_000; i++) {
            EngagementWindow row = row(known(text()));

            byte[] written = writer.encode(row);

            assertThat(new String(written, StandardCharsets.UTF_8))
                    .isEqualTo(new String(codec.encode(row), StandardCharsets.UTF_8));
            assertThat(codec.decode(written)).isEqualTo(row);
        }
    }

    private EngagementWindow row(String id) {
        boolean posts = random.nextBoolean();
        return new EngagementWindow(
                id,
                any(EngagementSize.values()),
                time(),
                time(),
                known(text()),
                any(EngagementDimension.values()),
                known(text()),
                text(),
                random.nextBoolean() ? null : any(Platform.values()),
                text(),
                text(),
                text(),
                text(),
                random.nextBoolean(),
                random.nextBoolean() ? null : any(ContentType.values()),
                random.nextBoolean() ? List.of() : List.of(known(text()), known(text())),
                posts ? count() : 0,
                posts ? count() : 0,
                posts ? count() : 0,
                posts ? count() : 0,
                posts ? count() : 0,
                posts ? count() : 0,
                posts ? count() : 0,
                count(),
                count(),
                number(),
                number(),
                number(),
                number(),
                number(),
                random.nextBoolean() ? null : (Long) number(),
                RATIOS[random.nextInt(RATIOS.length)],
                RATIOS[random.nextInt(RATIOS.length)],
                RATIOS[random.nextInt(RATIOS.length)],
                count(),
                number());
    }

    private String text() {
        return any(TEXTS);
    }

    private static String known(String text) {
        return text == null || text.isEmpty() ? "субботник" : text;
    }

    private Instant time() {
        // From 1970 to 2169, with the milliseconds that a row keeps; every second one of one day.
        return random.nextBoolean()
                ? DAY.plusMillis(random.nextInt(86_400_000))
                : Instant.ofEpochMilli((long) (random.nextDouble() * 6_300_000_000_000L));
    }

    private int count() {
        return (int) number();
    }

    private long number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
