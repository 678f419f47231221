package io.otklik.engagement;

import io.otklik.yaml.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpikePolicyTest {

    private static final String HEAD = "{deviations: 8, peaks: 2, learnDays: 3, ";

    @Test
    void thePolicyThatComesWithTheProjectIsRead() {
        SpikePolicy policy = SpikePolicy.bundled();

        assertThat(policy.windows().get(0))
                .isEqualTo(new SpikePolicy.Window(Duration.ofMinutes(1), 12));
        assertThat(policy.longest()).isEqualTo(Duration.ofMinutes(15));
        assertThat(policy.learnedAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(policy.criticismWithin()).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    windows: [], criticism: {least: 1, withinMinutes: 9}}            | A spike is seen in some window.
                    windows: [{minutes: 90, least: 1}], criticism: {}}               | Here must stand a number from 1 to 60.
                    windows: [{minutes: 1, least: x}], criticism: {}}                | Here must stand a number from 1 to
                    windows: [{minutes: 1, least: 1, most: 2}], criticism: {}}       | most
                    windows: [{minutes: 1, least: 1}], criticism: {least: 1}}        | withinMinutes
                    """)
    void aMistakeIsSaidWithItsLine(String rest, String sentence) {
        assertThatThrownBy(() -> read(HEAD + rest))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith("line 1: ")
                .hasMessageContaining(sentence);
    }

    private static SpikePolicy read(String yaml) throws IOException {
        return SpikePolicy.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
