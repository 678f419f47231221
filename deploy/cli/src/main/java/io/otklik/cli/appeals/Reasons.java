package io.otklik.cli.appeals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why something was decided so, in words. The rules of the bundled books have names in {@code
 * reasons/reasons.tsv}, which Grafana's dashboards are made of, too; a centre's own rules keep
 * their ids. What a model counted ({@code +слово}, {@code topic:…}) is nothing to read.
 */
final class Reasons {

    private static final String NAMES = "/reasons/reasons.tsv";

    /** A reason that consists of codes; others are sentences of their own. */
    private static final Pattern CODES = Pattern.compile("^(page\\b|(rule|urgency|route):|[+-]).*");

    private static final Pattern RULE = Pattern.compile("page|(rule|urgency|route):.+");

    private static final Map<String, String> WORDS = read();

    private Reasons() {}

    /** The reason of an appeal or an event in words; empty if a model alone had any. */
    static String words(String reason) {
        if (reason == null || !CODES.matcher(reason).matches()) {
            return Objects.requireNonNullElse(reason, "");
        }
        return Arrays.stream(reason.split(" "))
                .filter(code -> RULE.matcher(code).matches())
                .map(code -> WORDS.getOrDefault(code, code))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Reasons.class.getResourceAsStream(NAMES),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
