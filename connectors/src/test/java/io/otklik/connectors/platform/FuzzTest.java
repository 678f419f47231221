package io.otklik.connectors.platform;

import com.fasterxml.jackson.databind.ObjectWriter;
import io.otklik.connectors.platform.GoldenPayloads.Golden;
import io.otklik.schemas.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever bytes come, a parser gives an event, throws nothing, and what it gives can be written.
 */
class FuzzTest {

    private static final int MUTATIONS = 120;
    private static final ObjectWriter WRITER = Json.MAPPER.writerFor(PlatformEvent.class);
    private static final byte[] MARKS = "{}[]\",:\\0123456789-tfnu\u0000 ".getBytes();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutatedGoldensGiveEvents(long seed) throws Exception {
        Random random = new Random(seed);
        for (Golden golden : GoldenPayloads.all()) {
            PayloadParser parser = GoldenPayloads.parser(golden.format());
            byte[] whole = golden.bytes();
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] payload = mutated(whole, random);
                List<PlatformEvent> events = GoldenPayloads.parse(parser, payload);

                assertThat(events).isNotEmpty();
                for (PlatformEvent event : events) {
                    byte[] json = WRITER.writeValueAsBytes(event);
                    assertThat(Utf8.firstInvalid(json)).isEqualTo(-1);
                    if (event.rejection() != null) {
                        assertThat(event.rejection().detail()).doesNotContain("The reader failed");
                    }
                }
            }
        }
    }

    private static byte[] mutated(byte[] golden, Random random) {
        byte[] payload = golden.clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            int at = random.nextInt(payload.length);
            switch (random.nextInt(5)) {
                case 0 -> payload[at] = (byte) random.nextInt(256);
                case 1 -> payload[at] = MARKS[random.nextInt(MARKS.length)];
                case 2 -> payload = Arrays.copyOf(payload, Math.max(1, at));
                case 3 -> payload = without(payload, at, random.nextInt(12));
                default -> payload = twice(payload, at, random.nextInt(40));
            }
        }
        return payload;
    }

    private static byte[] without(byte[] payload, int at, int length) {
        int end = Math.min(payload.length, at + length);
        if (end - at >= payload.length) {
            return payload;
        }
        byte[] rest = Arrays.copyOf(payload, payload.length - (end - at));
        System.arraycopy(payload, end, rest, at, payload.length - end);
        return rest;
    }

    private static byte[] twice(byte[] payload, int at, int length) {
        int end = Math.min(payload.length, at + length);
        byte[] more = Arrays.copyOf(payload, payload.length + end - at);
        System.arraycopy(payload, at, more, end, payload.length - at);
        return more;
    }
}
