package io.otklik.samples.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code topics/<id>.txt}: {@code key: value} lines; an {@code issue:} owns what follows.
 * Digits after a key split an issue into variants: {@code f13:} answers {@code a1:} and {@code
 * a3:}, a line without digits fits each variant.
 */
final class SubjectReader {

    private static final Set<String> HEAD = Set.of("group", "kind", "days", "site");
    private static final Set<String> SUBJECT_TEXT = Set.of("p", "s", "t", "c");

    private final PoolFactory pools;
    private final String file;
    private final Map<String, String> head = new HashMap<>();
    private final Map<String, List<String>> own = new HashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private IssueReader issue;

    private SubjectReader(PoolFactory pools, String file) {
        this.pools = pools;
        this.file = file;
    }

    static Subject read(String id, PoolFactory pools) {
        SubjectReader reader = new SubjectReader(pools, "topics/" + id + ".txt");
        for (String line : Resources.lines(reader.file)) {
            reader.take(line);
        }
        reader.closeIssue();
        return reader.subject(id);
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        String key = colon < 0 ? "" : line.substring(0, colon);
        String value = line.substring(colon + 1).strip();
        if (key.equals("issue")) {
            closeIssue();
            issue =
                    new IssueReader(
                            pools, value, head.get("group"), "yes".equals(head.get("site")));
        } else if (HEAD.contains(key)) {
            head.put(key, value);
        } else if (issue == null && SUBJECT_TEXT.contains(key)) {
            own.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
        } else if (issue == null || !issue.take(key, value)) {
            throw new IllegalStateException(
                    "%s: begin the line with one of %s, or of %s under an issue: %s"
                            .formatted(file, SUBJECT_TEXT, IssueReader.KEYS, line));
        }
    }

    private void closeIssue() {
        if (issue != null) {
            issues.addAll(issue.issues(file));
        }
    }

    private Subject subject(String id) {
        String[] days = head.getOrDefault("days", "0-13").split("-");
        return new Subject(
                id,
                head.get("group"),
                Subject.Kind.valueOf(head.getOrDefault("kind", "problem").toUpperCase(Locale.ROOT)),
                Integer.parseInt(days[0]),
                Integer.parseInt(days[1]),
                pools.of(own.get("p")),
                pools.of(own.get("s")),
                pools.of(own.get("t")),
                pools.of(own.get("c")),
                List.copyOf(issues));
    }
}
