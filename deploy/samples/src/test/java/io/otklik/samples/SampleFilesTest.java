package io.otklik.samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** If it fails after a change of texts or generator, run {@link SampleWriter} and commit. */
class SampleFilesTest {

    private static final Set<String> OTHERS =
            Set.of(
                    "expected.json",
                    "policy.yaml",
                    "recipients.yaml",
                    "registry-mapping.yaml",
                    "routing.yaml",
                    "story");

    @Test
    void committedFilesAreWhatTheGeneratorMakes(@TempDir Path made) throws IOException {
        SampleWriter.write(made, GeneratorConfig.sample());

        List<String> names;
        try (Stream<Path> files = Files.list(made)) {
            names = files.map(f -> f.getFileName().toString()).sorted().toList();
        }
        try (Stream<Path> files = Files.list(SampleData.folder())) {
            // What a run must find in them is kept by the jobs' oracle; the rest is written by
            // hand.
            assertThat(files.map(f -> f.getFileName().toString()).sorted().toList())
                    .filteredOn(name -> !OTHERS.contains(name))
                    .isEqualTo(names);
        }
        for (String name : names) {
            assertThat(Files.mismatch(made.resolve(name), SampleData.folder().resolve(name)))
                    .as("first differing byte of %s", name)
                    .isEqualTo(-1L);
        }
    }
}
