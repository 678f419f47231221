package io.otklik.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the members of a YAML mapping one by one and gathers what is wrong with them. What cannot
 * be read is null or empty; whoever builds a record looks at {@link #problems} first.
 */
public final class Members {

    private final int line;
    private final Map<String, YamlNode.Member> members;
    private final List<FileProblem> problems;
    private final Set<String> taken = new HashSet<>();

    private Members(int line, Map<String, YamlNode.Member> members, List<FileProblem> problems) {
        this.line = line;
        this.members = members;
        this.problems = problems;
    }

    /** The members of a node, none with a problem if it is no mapping. */
    public static Members of(YamlNode node, String what, List<FileProblem> problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Members(mapping.line(), mapping.members(), problems);
        }
        problems.add(
                new FileProblem(
                        node.line(),
                        "%s is written as lines «name: value»; here stands %s."
                                .formatted(
                                        what,
                                        node instanceof YamlNode.Scalar
                                                ? "a text without a name"
                                                : "a list")));
        return new Members(node.line(), Map.of(), problems);
    }

    public int line() {
        return line;
    }

    public int lineOf(String name) {
        YamlNode.Member member = members.get(name);
        return member == null ? line : member.line();
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public void problem(int at, String sentence, Object... values) {
        problems.add(new FileProblem(at, sentence.formatted(values)));
    }

    /** The value's node; null if nothing stands there. */
    public YamlNode node(String name) {
        taken.add(name);
        YamlNode.Member member = members.get(name);
        return member == null
                        || member.value() instanceof YamlNode.Scalar scalar && scalar.text() == null
                ? null
                : member.value();
    }

    /** A text; null if there is none. */
    public String text(String name) {
        YamlNode node = node(name);
        if (node == null) {
            return null;
        }
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        problem(node.line(), "%s is a text.", name);
        return null;
    }

    public String required(String name) {
        if (node(name) == null) {
            problem(lineOf(name), "%s is missing.", name);
            return null;
        }
        return text(name);
    }

    /** A text that something reads; null if there is none or it cannot be read. */
    public <T> T read(String name, Function<String, T> reader, String form) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            problem(lineOf(name), "%s is %s; it is %s.", name, text, form);
            return null;
        }
    }

    /** Texts: a list, or a single one. */
    public List<YamlNode.Scalar> texts(String name) {
        YamlNode node = node(name);
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.Scalar scalar) {
            return List.of(scalar);
        }
        List<YamlNode.Scalar> texts = new ArrayList<>();
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlNode.Scalar scalar && scalar.text() != null) {
                    texts.add(scalar);
                } else {
                    problem(item.line(), "%s holds something that is no text.", name);
                }
            }
        } else {
            problem(node.line(), "%s is a list of texts.", name);
        }
        return texts;
    }

    /** Tells of members that nobody took: most often a misspelt name. */
    public void refuseOthers() {
        members.forEach(
                (name, member) -> {
                    if (!taken.contains(name)) {
                        problem(
                                member.line(),
                                "%s is not known here; there are %s.",
                                name,
                                taken.stream().sorted().collect(Collectors.joining(", ")));
                    }
                });
    }
}
