package io.otklik.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides by a readable list of weighted rules whether a resident's message is an appeal: a
 * request, a question or a complaint on which an authority can act (domain: Положение Ивановской
 * области, «сообщения, требующие реагирования»).
 */
public final class RuleBook {

    /** Reason of an exclusion on which no rule spoke. */
    public static final String NOTHING_ASKED = "nothing-asked";

    private static final String BUNDLED = "/rules/appeal.yaml";

    private final Content content;
    private final PhraseIndex index;

    private RuleBook(Content content) {
        this.content = content;
        this.index = new PhraseIndex(content.rules.stream().map(Rule::any).toList());
    }

    /** The rule book that comes with the jobs. */
    public static RuleBook bundled() {
        try (InputStream in = RuleBook.class.getResourceAsStream(BUNDLED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a rule book from YAML.
     *
     * @throws IOException if it is no YAML of this form; the message names line and field
     * @throws IllegalArgumentException if two rules share an id
     */
    public static RuleBook read(InputStream yaml) throws IOException {
        ObjectReader reader =
                new YAMLMapper()
                        .readerFor(Content.class)
                        .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new RuleBook(reader.readValue(yaml));
    }

    public String version() {
        return content.version;
    }

    public List<Rule> rules() {
        return content.rules;
    }

    /**
     * Decides on one message.
     *
     * @param reply whether the message answers another comment rather than the post
     */
    public RuleDecision decide(String text, boolean reply) {
        List<Rule> spoke = speaking(text, reply);
        double score = 0;
        for (Rule rule : spoke) {
            score += rule.weight();
        }
        boolean appeal = score >= content.threshold;
        List<String> reasons =
                spoke.stream()
                        .filter(rule -> rule.weight() > 0 == appeal)
                        .sorted(Comparator.comparingDouble(rule -> -Math.abs(rule.weight())))
                        .map(Rule::id)
                        .toList();
        return new RuleDecision(
                appeal, score, reasons.isEmpty() ? List.of(NOTHING_ASKED) : reasons);
    }

    /** The rules that speak on a text, in the book's order. */
    List<Rule> speaking(String text, boolean reply) {
        List<String> words = Words.of(text);
        boolean question = text.indexOf('?') >= 0;
        boolean[] found = index.find(words);
        List<Rule> spoke = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            Rule rule = content.rules.get(i);
            if ((found[i] || rule.any().isEmpty())
                    && rule.when().holds(question, reply, words.size())) {
                spoke.add(rule);
            }
        }
        return spoke;
    }

    /** The YAML document. */
    record Content(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) double threshold,
            @JsonProperty(required = true) List<Rule> rules) {

        Content {
            rules = List.copyOf(rules);
            Set<String> ids = new HashSet<>();
            for (Rule rule : rules) {
                if (!ids.add(rule.id())) {
                    throw new IllegalArgumentException("Rule id " + rule.id() + " stands twice.");
                }
            }
        }
    }
}
