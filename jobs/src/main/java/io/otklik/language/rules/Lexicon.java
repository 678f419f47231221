package io.otklik.language.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Classes of phrases that come with the jobs, a file each: {@code rules/lexicon/failure.txt}. A
 * line is a phrase, its words plain or given by their beginning with {@code *}; {@code #} opens a
 * comment.
 */
final class Lexicon {

    private static final Map<String, List<String>> READ = new ConcurrentHashMap<>();

    private Lexicon() {}

    /** Phrases of a class; empty if there is no class of this name. */
    static List<String> phrases(String name) {
        return name.matches("[a-z-]+") ? READ.computeIfAbsent(name, Lexicon::read) : List.of();
    }

    private static List<String> read(String name) {
        try (InputStream in =
                Lexicon.class.getResourceAsStream("/rules/lexicon/" + name + ".txt")) {
            if (in == null) {
                return List.of();
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
