package io.otklik.jobs.engagement;

import io.otklik.schemas.Community;
import io.otklik.schemas.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PageTest {

    @ParameterizedTest
    @CsvSource({
        "Asia/Vladivostok, Asia/Vladivostok",
        ", Europe/Moscow",
        "UTC+10, Europe/Moscow",
        "Mars/Olympus, Europe/Moscow"
    })
    void aZoneThatIsNotKnownStopsNothing(String registered, String counted) {
        Community entry =
                new Community(
                        "vk:-1",
                        Platform.VK,
                        null,
                        "Page",
                        "a",
                        "A",
                        null,
                        null,
                        null,
                        null,
                        registered,
                        List.of(),
                        null,
                        Instant.EPOCH);

        assertThat(Page.of(entry).zone()).isEqualTo(ZoneId.of(counted));
    }
}
