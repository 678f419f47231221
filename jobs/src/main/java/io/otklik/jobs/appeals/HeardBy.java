package io.otklik.jobs.appeals;

import io.otklik.language.Models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Names what messages are heard by: the files that decide, the text of the rule book, and the code.
 * The versions that stand on rows name what a person chose; this changes with every byte, so that
 * state never mixes what two of them heard.
 */
final class HeardBy {

    /** To be raised by whoever changes the code so that it hears otherwise by the same files. */
    private static final int CODE = 4;

    private static final List<String> FILES =
            List.of(
                    "/models/kinds.model",
                    "/models/topic.bin.gz",
                    "/models/answer.bin.gz",
                    "/topics/lexicon.yaml",
                    "/urgency/urgency.yaml",
                    "/place/cities.txt",
                    "/place/streets.txt");

    private HeardBy() {}

    /** By models, the other files that come with the jobs and a rule book. */
    static String of(Models models, String ruleBookYaml) {
        CRC32 sum = new CRC32();
        sum.update(ruleBookYaml.getBytes(StandardCharsets.UTF_8));
        String byJob = "%d-%08x-%08x".formatted(CODE, Bundled.SUM, sum.getValue());
        return models.ownVersion() == null ? byJob : byJob + "-" + models.ownVersion();
    }

    private static final class Bundled {
        private static final long SUM = sum();

        private static long sum() {
            CRC32 sum = new CRC32();
            for (String file : FILES) {
                try (InputStream in = HeardBy.class.getResourceAsStream(file)) {
                    sum.update(in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return sum.getValue();
        }
    }
}
