package io.otklik.samples.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code places.txt}. */
final class VocabularyReader {

    private static final int FORMS = 3;

    private VocabularyReader() {}

    static Vocabulary read() {
        Map<String, List<String>> sections = Resources.sections("places.txt");
        List<Municipality> municipalities = new ArrayList<>();
        for (String line : sections.get("municipality")) {
            municipalities.add(municipality(municipalities.size(), line));
        }
        List<String[]> streets = new ArrayList<>();
        for (String line : sections.get("street")) {
            streets.add(forms(line));
        }
        return new Vocabulary(List.copyOf(municipalities), List.copyOf(streets), sections);
    }

    private static Municipality municipality(int index, String line) {
        String[] parts = line.split("\\s*;\\s*");
        List<String[]> villages = new ArrayList<>();
        for (int i = 5; i < parts.length; i++) {
            villages.add(forms(parts[i]));
        }
        return new Municipality(
                index, parts[0], parts[1], parts[2], parts[3], parts[4], List.copyOf(villages));
    }

    /** One word for all forms, or three. */
    private static String[] forms(String line) {
        String[] forms = line.split("\\|");
        return forms.length == FORMS ? forms : new String[] {line, line, line};
    }
}
