package io.otklik.cli.registry;

import io.otklik.cli.registry.RegistryLine.BadLineException;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one line, so that all of it is told at once. */
final class LineFaults {

    private final List<String> sentences = new ArrayList<>();

    /** Reads a part of the line. */
    @FunctionalInterface
    interface Part<T> {
        T read() throws BadLineException;
    }

    /** What a part says; null if it is wrong, which is kept. */
    <T> T take(Part<T> part) {
        try {
            return part.read();
        } catch (BadLineException e) {
            sentences.addAll(e.sentences());
            return null;
        }
    }

    /**
     * @throws BadLineException if anything was wrong
     */
    void refuse() throws BadLineException {
        if (!sentences.isEmpty()) {
            throw new BadLineException(sentences);
        }
    }
}
