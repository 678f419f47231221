package io.otklik.language;

import io.otklik.language.answer.AnswerModel;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.model.KindModelFile;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.topic.TopicLexicon;
import io.otklik.language.topic.TopicModel;
import io.otklik.language.topic.TopicReader;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The models that decide, as {@code otklik train} writes them into one folder. They never change
 * and may be shared.
 *
 * @param ownVersion of models that do not come with the jobs: of kinds, topics and answers; else
 *     null
 */
public record Models(
        KindModelFile.Named kinds, TopicReader topics, AnswerReader answers, String ownVersion) {

    /** File of the model of kinds. */
    public static final String KINDS = "kinds.model";

    /** File of the model of official answers. */
    public static final String ANSWERS = "answer.bin.gz";

    /** File of the model of topics. */
    public static final String TOPICS = "topic.bin.gz";

    private static final int NAME_LENGTH = 8;

    /**
     * Those that come with the jobs.
     *
     * @throws IllegalStateException if they do not fit this version of the code
     */
    public static Models bundled() {
        return Bundled.MODELS;
    }

    /**
     * Those of a folder.
     *
     * @throws IOException if a file is missing or cannot be read; the message names it
     */
    public static Models read(Path folder) throws IOException {
        KindModelFile.Named kinds;
        try (InputStream in = open(folder.resolve(KINDS))) {
            kinds = KindModelFile.read(in);
        } catch (IOException e) {
            throw named(folder.resolve(KINDS), e);
        }
        byte[] topics = unpacked(folder.resolve(TOPICS));
        byte[] answers = unpacked(folder.resolve(ANSWERS));
        try {
            return new Models(
                    kinds,
                    new TopicReader(TopicModel.read(data(topics)), TopicLexicon.bundled()),
                    new AnswerReader(AnswerModel.read(data(answers))),
                    "kinds-%s topics-%s answers-%s"
                            .formatted(kinds.version(), version(topics), version(answers)));
        } catch (IOException e) {
            throw named(folder, e);
        }
    }

    /** What reads messages by these models and a rule book; one for each task. */
    public MessageReader reader(RuleBook rules) {
        String models = ownVersion == null ? "kinds-" + kinds.version() : ownVersion;
        String version = "%s rules-%s".formatted(models, rules.version());
        return new MessageReader(rules, kinds.model(), topics, version);
    }

    private static String version(byte[] content) {
        return KindModelFile.checksum(content).substring(0, NAME_LENGTH);
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(open(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file; otklik train writes it", e);
        }
    }

    private static DataInputStream data(byte[] content) {
        return new DataInputStream(new ByteArrayInputStream(content));
    }

    private static IOException named(Path file, IOException e) {
        return new IOException(
                "The model %s cannot be read: %s".formatted(file, e.getMessage()), e);
    }

    /** Read once. */
    private static final class Bundled {
        static final Models MODELS = read();

        private static Models read() {
            String file = "/models/" + KINDS;
            try (InputStream in = Models.class.getResourceAsStream(file)) {
                return new Models(
                        KindModelFile.read(in),
                        TopicReader.bundled(),
                        AnswerReader.bundled(),
                        null);
            } catch (IOException e) {
                throw new IllegalStateException(file + ": " + e.getMessage(), e);
            }
        }
    }
}
