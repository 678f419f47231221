package io.otklik.samples.corpus;

import java.util.List;
import java.util.Map;

/**
 * Names of streets, firms, people and halls of the invented region.
 *
 * @param streets three forms each: nominative, prepositional, accusative
 * @param lists single names by section
 */
public record Vocabulary(
        List<Municipality> municipalities,
        List<String[]> streets,
        Map<String, List<String>> lists) {

    List<String> list(String section) {
        List<String> list = lists.get(section);
        if (list == null || list.isEmpty()) {
            throw new IllegalStateException(
                    "places.txt has no section [%s]; add it.".formatted(section));
        }
        return list;
    }

    static Vocabulary read() {
        return VocabularyReader.read();
    }
}
