package io.otklik.cli.language;

import io.otklik.cli.Run;
import io.otklik.language.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * {@code otklik train} makes the models that are committed; skipped where the shared data is
 * absent. Minutes long, so it runs with the end-to-end tests.
 */
class CommittedModelsE2ECase {

    private static final Path DATA = Path.of("../../../shared/data");
    private static final Path COMMITTED = Path.of("../../jobs/src/main/resources/models");

    @TempDir Path folder;

    @Test
    void trainsTheModelsThatComeWithTheJobs() throws IOException {
        assumeTrue(Files.isDirectory(DATA.resolve("walls")), "shared evaluation data is absent");

        Run run = Run.of("train", "--data", DATA.toString(), "--out", folder.toString());

        assertThat(run.code()).isZero();
        assertThat(folder.resolve(Models.KINDS))
                .hasSameBinaryContentAs(COMMITTED.resolve(Models.KINDS));
        for (String packed : new String[] {Models.ANSWERS, Models.TOPICS}) {
            assertThat(unpacked(folder.resolve(packed)))
                    .as(packed)
                    .isEqualTo(unpacked(COMMITTED.resolve(packed)));
        }
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
