package io.otklik.jobs.engagement;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class HashtagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Все на #Субботник2026! #ВместеЧище|субботник2026 вместечище",
                "#наш_двор@zarechny и #наш_двор|наш_двор",
                "дом № 5, кв. #12, #2026|",
                "https://example.org/#глава и a#b|",
                "(#итоги),#итоги_дня|итоги итоги_дня",
                "#а|",
                "без меток|"
            })
    void readsTheKeysOfCampaigns(String text, String expected) {
        List<String> tags = expected == null ? List.of() : Arrays.asList(expected.split(" "));

        assertThat(Hashtags.of(text)).isEqualTo(tags);
    }
}
