package io.otklik.language.rules;

import io.otklik.yaml.FileProblem;
import io.otklik.yaml.Members;
import io.otklik.yaml.YamlDocuments;
import io.otklik.yaml.YamlDocuments.BadYamlException;
import io.otklik.yaml.YamlNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a rule book from YAML; {@code rules/messages.yaml} shows the form. Whatever is wrong is
 * told with its line: a name that is not known, a number that is none, an id that stands twice, a
 * phrase that cannot be matched, an example that the rule does not keep.
 */
public final class RuleBookYaml {

    private static final double MOST_PUSH = 10;

    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, Lines> linesOfRules = new LinkedHashMap<>();

    private RuleBookYaml() {}

    /** Never throws: a text that is no rule book has problems. */
    public static ReadRuleBook read(String yaml) {
        RuleBookYaml reader = new RuleBookYaml();
        RuleBook book = null;
        try {
            List<YamlNode> documents = YamlDocuments.read(yaml);
            if (documents.size() == 1) {
                book = reader.book(documents.get(0));
            } else {
                reader.problem(
                        1, "A rule book is one YAML document; here are %d.", documents.size());
            }
        } catch (BadYamlException e) {
            reader.problems.add(e.problem());
        }
        if (book != null) {
            reader.checkExamples(book);
        }
        reader.problems.sort(Comparator.comparingInt(FileProblem::line));
        return new ReadRuleBook(reader.problems.isEmpty() ? book : null, reader.problems);
    }

    private RuleBook book(YamlNode document) {
        Members members = Members.of(document, "A rule book", problems);
        String version = members.required("version");
        double threshold = number(members, "threshold", 1);
        YamlNode node = members.node("rules");
        members.refuseOthers();
        if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
            problem(node == null ? members.line() : node.line(), "rules is a list of rules.");
            return null;
        }
        if (sequence.items().size() > RuleBook.MOST_RULES) {
            problem(
                    sequence.items().get(RuleBook.MOST_RULES).line(),
                    "A rule book holds at most %d rules.",
                    RuleBook.MOST_RULES);
        }
        List<Rule> rules = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            rules.add(rule(item));
        }
        return problems.isEmpty() ? new RuleBook(version, threshold, rules) : null;
    }

    private Rule rule(YamlNode node) {
        Members members = Members.of(node, "A rule", problems);
        String id = members.required("id");
        String note = members.required("note");
        double weight = number(members, "weight", 0);
        double push = number(members, "push", 0);
        if (Math.abs(push) > MOST_PUSH) {
            problem(members.lineOf("push"), "push is between -%1$.0f and %1$.0f.", MOST_PUSH);
        }
        List<String> phrases = phrases(members);
        Rule.Condition when = condition(members.node("when"));
        List<YamlNode.Scalar> matches = members.texts("matches");
        List<YamlNode.Scalar> ignores = members.texts("ignores");
        members.refuseOthers();
        if (phrases.isEmpty() && when.equals(Rule.Condition.NONE)) {
            problem(members.line(), "The rule has neither phrases nor conditions.");
        }
        if (when.wantsAsked() && phrases.isEmpty()) {
            problem(members.lineOf("when"), "asked needs phrases that are looked for.");
        }
        if (id != null && linesOfRules.put(id, new Lines(matches, ignores)) != null) {
            problem(members.lineOf("id"), "Rule id %s stands twice.", id);
        }
        return new Rule(id, note, weight, push, phrases, when, texts(matches), texts(ignores));
    }

    private List<String> phrases(Members members) {
        List<String> phrases = new ArrayList<>();
        PhraseIndex trial = new PhraseIndex();
        for (YamlNode.Scalar name : members.texts("lexicon")) {
            List<String> ofClass = Lexicon.phrases(name.text());
            if (ofClass.isEmpty()) {
                problem(name.line(), "There is no lexicon class %s.", name.text());
            }
            phrases.addAll(ofClass);
        }
        for (YamlNode.Scalar phrase : members.texts("any")) {
            try {
                trial.add(0, phrase.text());
                phrases.add(phrase.text());
            } catch (IllegalArgumentException e) {
                problem(phrase.line(), "%s", e.getMessage());
            }
        }
        return phrases;
    }

    private Rule.Condition condition(YamlNode node) {
        if (node == null) {
            return Rule.Condition.NONE;
        }
        Members members = Members.of(node, "when", problems);
        Rule.Condition condition =
                new Rule.Condition(
                        members.read("question", RuleBookYaml::flag, "true or false"),
                        members.read("asked", RuleBookYaml::flag, "true or false"),
                        members.read("reply", RuleBookYaml::flag, "true or false"),
                        members.read("minWords", Integer::valueOf, "a whole number"),
                        members.read("maxWords", Integer::valueOf, "a whole number"));
        members.refuseOthers();
        return condition;
    }

    private void checkExamples(RuleBook book) {
        for (int i = 0; i < book.rules().size(); i++) {
            Lines lines = linesOfRules.get(book.id(i));
            for (YamlNode.Scalar example : lines.matches()) {
                if (!book.speaks(i, example.text())) {
                    problem(
                            example.line(),
                            "Rule %s does not match its example «%s».",
                            book.id(i),
                            example.text());
                }
            }
            for (YamlNode.Scalar example : lines.ignores()) {
                if (book.speaks(i, example.text())) {
                    problem(
                            example.line(),
                            "Rule %s matches «%s», which it is to ignore.",
                            book.id(i),
                            example.text());
                }
            }
        }
    }

    private double number(Members members, String name, double otherwise) {
        Double number = members.read(name, RuleBookYaml::finite, "a number");
        return number == null ? otherwise : number;
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static List<String> texts(List<YamlNode.Scalar> scalars) {
        return scalars.stream().map(YamlNode.Scalar::text).toList();
    }

    private void problem(int line, String sentence, Object... values) {
        problems.add(new FileProblem(line, sentence.formatted(values)));
    }

    private record Lines(List<YamlNode.Scalar> matches, List<YamlNode.Scalar> ignores) {}
}
