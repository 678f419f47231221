package io.otklik.cli.replay;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads the head of one file by the reader of the job that takes its payloads, so that a file of
 * another form is noticed here and not hours later among the dead letters.
 *
 * <p>It holds back nothing: a file may be broken on purpose, and its payloads must show up as the
 * dead letters that they are.
 */
final class FormCheck {

    /** How many payloads of a file are read. */
    static final int HEAD = 100;

    private final String file;
    private final ReplayFormat format;
    private final Predicate<byte[]> reader;
    private final Consumer<String> warnings;
    private int seen;
    private boolean told;

    /**
     * @param file its name as the user gave it
     * @param warnings hears one sentence if none of the file's first payloads can be read
     */
    FormCheck(String file, ReplayFormat format, Consumer<String> warnings) {
        this.file = file;
        this.format = format;
        this.reader = format.reader();
        this.warnings = warnings;
    }

    /** Takes the next payload of the file. */
    void see(byte[] payload) {
        if (told) {
            return;
        }
        seen++;
        if (reader.test(payload)) {
            told = true;
        } else if (seen == HEAD) {
            end();
        }
    }

    /** The file has no more payloads. */
    void end() {
        if (told || seen == 0) {
            return;
        }
        told = true;
        warnings.accept(
                seen == 1
                        ? "The first payload of %s is no %s: see v_dead_letter, and whether --format is right."
                                .formatted(file, format.payloadName())
                        : "None of the first %d payloads of %s is a %s: see v_dead_letter, and whether --format is right."
                                .formatted(seen, file, format.payloadName()));
    }
}
