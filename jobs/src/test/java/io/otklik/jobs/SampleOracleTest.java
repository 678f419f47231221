package io.otklik.jobs;

import io.otklik.schemas.Json;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code deploy/samples/data/expected.json}, which the demo holds its result against, equal
 * to what the oracle finds. {@code -Dotklik.write=true} writes it anew.
 */
class SampleOracleTest {

    @Test
    void theExpectedFiguresAreTheOracles() throws Exception {
        Path data = Path.of(System.getProperty("otklik.home"), "deploy", "samples", "data");
        Path file = data.resolve("expected.json");
        String found =
                Json.MAPPER
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(SampleOracle.of(data))
                        + "\n";
        if (Boolean.getBoolean("otklik.write")) {
            Files.writeString(file, found);
        }

        assertThat(Files.readString(file)).isEqualTo(found);
    }
}
