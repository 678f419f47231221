package io.otklik.samples.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads {@code places.txt}. */
final class VocabularyReader {

    private static final int STREET_FORMS = 3;
    private static final int VILLAGE_FORMS = 4;

    private VocabularyReader() {}

    static Vocabulary read() {
        Map<String, List<String>> sections = Resources.sections("places.txt");
        List<Municipality> municipalities = new ArrayList<>();
        for (String line : sections.get("municipality")) {
            municipalities.add(municipality(municipalities.size(), line));
        }
        List<String[]> streets = new ArrayList<>();
        for (String line : sections.get("street")) {
            streets.add(forms(line, STREET_FORMS));
        }
        return new Vocabulary(List.copyOf(municipalities), List.copyOf(streets), sections);
    }

    private static Municipality municipality(int index, String line) {
        String[] parts = line.split("\\s*;\\s*");
        List<String[]> villages = new ArrayList<>();
        for (int i = 5; i < parts.length; i++) {
            villages.add(forms(parts[i], VILLAGE_FORMS));
        }
        return new Municipality(
                index, parts[0], parts[1], parts[2], parts[3], parts[4], List.copyOf(villages));
    }

    /** One word for all forms, or each of them. */
    private static String[] forms(String line, int count) {
        String[] forms = line.split("\\|");
        if (forms.length == count) {
            return forms;
        }
        if (forms.length > 1) {
            throw new IllegalStateException(
                    "places.txt: give one form or %d: %s".formatted(count, line));
        }
        String[] same = new String[count];
        Arrays.fill(same, line);
        return same;
    }
}
