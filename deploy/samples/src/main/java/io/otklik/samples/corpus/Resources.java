package io.otklik.samples.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text files beside the package {@code io.otklik.samples}: UTF-8, {@code #} starts a comment. */
public final class Resources {

    private static final String FOLDER = "/io/otklik/samples/";

    private Resources() {}

    /** The lines of a file without comments and empty lines. */
    public static List<String> lines(String file) {
        InputStream in = Resources.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException(
                    "%s%s is not on the class path; rebuild deploy/samples."
                            .formatted(FOLDER, file));
        }
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The lines of a file under their {@code [section]} headings, in order. */
    static Map<String, List<String>> sections(String file) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = null;
        for (String line : lines(file)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else if (current == null) {
                throw new IllegalStateException(
                        "%s: put a [section] before the line: %s".formatted(file, line));
            } else {
                current.add(line);
            }
        }
        return sections;
    }
}
