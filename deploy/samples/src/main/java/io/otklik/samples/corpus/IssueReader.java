package io.otklik.samples.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects the lines of one issue and splits them into its variants. */
final class IssueReader {

    /** Appeals, who joins in, questions back, promises, final answers, talk of neighbours. */
    static final String KEYS = "amqifc";

    private final PoolFactory pools;
    private final String name;
    private final String group;
    private final boolean site;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(char key, String variants, String text) {

        boolean fits(char wanted, char variant) {
            return key == wanted && (variants.isEmpty() || variants.indexOf(variant) >= 0);
        }
    }

    /**
     * Starts an issue.
     *
     * @param title name, and after a bar the topic group where it is not the subject's
     */
    IssueReader(PoolFactory pools, String title, String subjectGroup, boolean site) {
        int bar = title.indexOf("| ");
        this.pools = pools;
        this.name = title;
        this.group = bar < 0 ? subjectGroup : title.substring(bar + 2).strip();
        this.site = site;
    }

    /** Takes a line; false if its key is none of an issue's. */
    boolean take(String key, String text) {
        if (key.isEmpty() || KEYS.indexOf(key.charAt(0)) < 0 || !key.matches(".[1-9]*")) {
            return false;
        }
        entries.add(new Entry(key.charAt(0), key.substring(1), text));
        return true;
    }

    /** The variants, each with answers of its own. */
    List<Issue> issues(String file) {
        TreeSet<Character> variants = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.key == 'a') {
                variants.add(entry.variants.isEmpty() ? '0' : entry.variants.charAt(0));
            }
        }
        List<Issue> issues = new ArrayList<>();
        for (char variant : variants) {
            Pool finals = pool('f', variant);
            if (finals.isEmpty()) {
                throw new IllegalStateException(
                        "%s: give issue %s an f%s: line.".formatted(file, name, variant));
            }
            boolean question = name.startsWith("Вопрос");
            issues.add(
                    new Issue(
                            site && !question,
                            question,
                            group,
                            pool('a', variant),
                            pool('m', variant),
                            pool('q', variant),
                            pool('i', variant),
                            finals,
                            pool('c', variant)));
        }
        return issues;
    }

    private Pool pool(char key, char variant) {
        return pools.of(
                entries.stream().filter(e -> e.fits(key, variant)).map(Entry::text).toList());
    }
}
