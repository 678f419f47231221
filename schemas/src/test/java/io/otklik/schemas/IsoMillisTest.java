package io.otklik.schemas;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The hand-written form agrees with the library's. */
class IsoMillisTest {

    private static final DateTimeFormatter LIBRARY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    @Test
    void agreesWithTheLibraryOnAnyMillisecond() {
        Random random = new Random(2026);
        for (int i = 0; i < 200_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(FIRST, LAST + 1));
            String text = LIBRARY.format(instant);

            assertThat(IsoMillis.format(instant)).isEqualTo(text);
            assertThat(IsoMillis.parse(text)).isEqualTo(instant);
            assertThat(IsoMillis.parseMillis(('"' + text).getBytes(StandardCharsets.UTF_8), 1))
                    .isEqualTo(instant.toEpochMilli());
        }
    }

    @Test
    void agreesWithTheLibraryOnOffsets() {
        Random random = new Random(2027);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
            int minutes = random.nextInt(-18 * 60, 18 * 60 + 1);
            String text =
                    instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60))
                            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

            assertThat(IsoMillis.parse(text)).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 951_782_399_999L, 951_782_400_000L, -62_167_219_200_000L})
    void agreesOnBorders(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);

        assertThat(IsoMillis.format(instant)).isEqualTo(LIBRARY.format(instant));
        assertThat(IsoMillis.parse(IsoMillis.format(instant))).isEqualTo(instant);
    }

    @Test
    void cutsWhatIsFinerThanAMillisecond() {
        assertThat(IsoMillis.format(Instant.ofEpochSecond(-1, 999_999_999)))
                .isEqualTo("1969-12-31T23:59:59.999Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-29T00:00:00.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-01-01T24:00:00.000Z",
                "2026-01-01T00:60:00.000Z",
                "2026-01-01T00:00:60.000Z",
                "2026-01-01T00:00:00.00xZ",
                "2026-01-01 00:00:00.000Z",
                "2026-01-01T00:00:00.000",
                "２026-01-01T00:00:00.000Z",
                "+12345-01-01T00:00:00Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> IsoMillis.parse(text)).isInstanceOf(DateTimeException.class);
        byte[] padded = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), IsoMillis.LENGTH);
        assertThatThrownBy(() -> IsoMillis.parseMillis(padded, 0))
                .isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-62_167_219_200_001L, 253_402_300_800_000L})
    void refusesYearsOfMoreThanFourDigits(long millis) {
        assertThatThrownBy(() -> IsoMillis.format(Instant.ofEpochMilli(millis)))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("outside 0 to 9999");
    }
}
