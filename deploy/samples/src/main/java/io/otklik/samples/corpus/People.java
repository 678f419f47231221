package io.otklik.samples.corpus;

import java.util.List;
import java.util.Map;

/** Names of the invented residents. A surname ends in «а» for a woman unless it has one form. */
public record People(List<String> women, List<String> men, List<String> surnames) {

    static People read() {
        Map<String, List<String>> sections = Resources.sections("people.txt");
        return new People(sections.get("woman"), sections.get("man"), sections.get("surname"));
    }

    public String first(long seed, boolean female) {
        List<String> names = female ? women : men;
        return names.get(Rng.pick(seed, 101, names.size()));
    }

    /** «Гусев», «Гусева»; «Бондарь» for both. */
    public String last(long seed, boolean female) {
        String name = surnames.get(Rng.pick(seed, 102, surnames.size()));
        if (!female) {
            return name;
        }
        if (name.endsWith("ий")) {
            return name.substring(0, name.length() - 2) + "ая";
        }
        return name.endsWith("в") || name.endsWith("н") ? name + "а" : name;
    }
}
