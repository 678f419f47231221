package io.otklik.cli.replay;

import io.otklik.schemas.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A recorded file in which the lines of each thread stand in another order and a fifth of them
 * twice. What cannot be read stays where it is, once: a dead letter has no identity but its place.
 */
public final class DisturbedFile {

    private static final int ONE_IN = 5;

    private DisturbedFile() {}

    /** Writes the disturbed copy and gives its path. */
    public static Path write(Path file, String format, Path folder) throws IOException {
        Random random = new Random(7);
        // Latin-1 keeps the bytes of lines that are no UTF-8.
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        ReplayFormat of = ReplayFormat.valueOf(format.toUpperCase(Locale.ROOT));
        Map<String, List<Integer>> threads = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String key = key(of, lines.get(i));
            if (key != null) {
                threads.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> places : threads.values()) {
            List<String> shuffled = new ArrayList<>();
            places.forEach(place -> shuffled.add(lines.get(place)));
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < places.size(); i++) {
                String line = shuffled.get(i);
                boolean twice = random.nextInt(ONE_IN) == 0;
                lines.set(places.get(i), twice ? line + '\n' + line : line);
            }
        }
        Path disturbed = folder.resolve("disturbed-" + file.getFileName());
        return Files.write(disturbed, lines, StandardCharsets.ISO_8859_1);
    }

    private static String key(ReplayFormat format, String line) {
        try {
            return format.key(Json.MAPPER.readTree(line.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return null;
        }
    }
}
