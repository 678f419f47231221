package io.otklik.schemas;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class TimeZonesTest {

    @Test
    void aNameHasItsZone() {
        assertThat(TimeZones.named("Asia/Vladivostok")).hasValue(ZoneId.of("Asia/Vladivostok"));
        assertThat(TimeZones.named("UTC")).hasValue(ZoneId.of("UTC"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "UTC+10", "+10:00", "Z", "Mars/Olympus"})
    void anOffsetAndWhatIsNoZoneHaveNone(String name) {
        assertThat(TimeZones.named(name)).isEmpty();
    }
}
