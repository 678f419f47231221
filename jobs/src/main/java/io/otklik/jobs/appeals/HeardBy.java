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
    private static final int CODE = 6;

    /** Besides the rule book, which names its classes of phrases and is another one at times. */
    static final List<String> FILES =
            List.of(
                    "/models/kinds.model",
                    "/models/topic.bin.gz",
                    "/models/answer.bin.gz",
                    "/topics/topics.tsv",
                    "/topics/lexicon.yaml",
                    "/urgency/urgency.yaml",
                    "/place/cities.txt",
                    "/place/streets.txt",
                    "/rules/lexicon/ask-page.txt",
                    "/rules/lexicon/booking.txt",
                    "/rules/lexicon/condolence.txt",
                    "/rules/lexicon/congratulation.txt",
                    "/rules/lexicon/duration.txt",
                    "/rules/lexicon/failure.txt",
                    "/rules/lexicon/follow-up.txt",
                    "/rules/lexicon/greeting.txt",
                    "/rules/lexicon/irony.txt",
                    "/rules/lexicon/me-too.txt",
                    "/rules/lexicon/need.txt",
                    "/rules/lexicon/nuisance.txt",
                    "/rules/lexicon/official.txt",
                    "/rules/lexicon/opinion.txt",
                    "/rules/lexicon/place.txt",
                    "/rules/lexicon/politics.txt",
                    "/rules/lexicon/praise.txt",
                    "/rules/lexicon/question-form.txt",
                    "/rules/lexicon/question-word.txt",
                    "/rules/lexicon/request.txt",
                    "/rules/lexicon/resident-advice.txt",
                    "/rules/lexicon/resident-talk.txt",
                    "/rules/lexicon/service.txt",
                    "/rules/lexicon/spam.txt",
                    "/rules/lexicon/thanks.txt");

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
