package io.otklik.connectors.platform;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class Utf8Test {

    @Test
    void agreesWithTheJdkOnEverySequenceOfUpToThreeBytes() {
        for (int a = 0; a < 256; a++) {
            check((byte) a);
            for (int b = 0; b < 256; b++) {
                check((byte) a, (byte) b);
                if (a >= 0xE0 && a < 0xF8) {
                    for (int c = 0x7F; c < 0xC1; c += 13) {
                        check((byte) a, (byte) b, (byte) c);
                    }
                }
            }
        }
    }

    @Test
    void agreesWithTheJdkOnDamagedText() {
        Random random = new Random(1);
        byte[] text =
                "Воду дали 👍 спасибо! ok €, plain ascii of some length"
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = text.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            check(damaged);
        }
    }

    private static void check(byte... bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(in, CharBuffer.allocate(bytes.length), true);
        int expected = result.isUnderflow() ? -1 : in.position();
        assertThat(Utf8.firstInvalid(bytes)).as(() -> hex(bytes)).isEqualTo(expected);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
