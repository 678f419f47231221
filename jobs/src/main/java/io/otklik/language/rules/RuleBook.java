package io.otklik.language.rules;

import io.otklik.language.text.Sentences;
import io.otklik.language.text.TokenType;
import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;
import io.otklik.yaml.FileProblem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Readable rules about what a message says. A rule that speaks is a feature of the model, a reason
 * that people can read and, by its push, a correction that acts without training. Immutable.
 */
public final class RuleBook {

    /** Most rules in a book: which of them spoke must fit a {@code long}. */
    public static final int MOST_RULES = 64;

    /** Reason of an exclusion on which no rule spoke. */
    public static final String NOTHING_ASKED = "nothing-asked";

    private static final String BUNDLED = "/rules/messages.yaml";

    private final String version;
    private final double threshold;
    private final List<Rule> rules;
    private final PhraseIndex index = new PhraseIndex();
    private final int[] idHashes;

    /** Rules that need no phrase. */
    private long withoutPhrase;

    /** Rules whose phrase must stand in a question. */
    private long asked;

    RuleBook(String version, double threshold, List<Rule> rules) {
        this.version = version;
        this.threshold = threshold;
        this.rules = List.copyOf(rules);
        this.idHashes = rules.stream().mapToInt(rule -> rule.id().hashCode()).toArray();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            withoutPhrase |= rule.phrases().isEmpty() ? 1L << i : 0;
            asked |= rule.when().wantsAsked() ? 1L << i : 0;
            for (String phrase : rule.phrases()) {
                index.add(i, phrase);
            }
        }
    }

    /** The rule book that comes with the jobs. */
    public static RuleBook bundled() {
        ReadRuleBook read = RuleBookYaml.read(bundledYaml());
        if (!read.accepted()) {
            FileProblem first = read.problems().get(0);
            throw new IllegalStateException(
                    "%s, line %d: %s".formatted(BUNDLED, first.line(), first.sentence()));
        }
        return read.book();
    }

    /** The rule book that comes with the jobs, as it is written. */
    public static String bundledYaml() {
        try (InputStream in = RuleBook.class.getResourceAsStream(BUNDLED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        return version;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The rule of a bit of {@link #speaking}. */
    public String id(int rule) {
        return rules.get(rule).id();
    }

    /** The same for a rule of the same id in every book. */
    public int idHash(int rule) {
        return idHashes[rule];
    }

    /**
     * The rules that speak on a text: bit <i>i</i> is set if rule <i>i</i> does. Where the message
     * stands does not matter here.
     */
    public long speaking(Tokens tokens) {
        Phrases phrases = new Phrases(tokens);
        List<String> words = tokens.plainWords();
        index.find(words, phrases);
        return holding(phrases.found, phrases.question, words.size());
    }

    /** Log-odds of «needs an answer» to be added for the rules that spoke. */
    public float push(long spoke, boolean reply) {
        double push = 0;
        for (long rest = spoke; rest != 0; rest &= rest - 1) {
            Rule rule = rules.get(Long.numberOfTrailingZeros(rest));
            push += rule.countsOn(reply) ? rule.push() : 0;
        }
        return (float) push;
    }

    /**
     * What the book alone says of a message, by the sum of the weights of the rules that spoke.
     *
     * @param reply whether the message answers another comment rather than the post
     */
    public RuleDecision decide(Tokens tokens, boolean reply) {
        long spoke = speaking(tokens);
        List<Rule> counting = new ArrayList<>();
        double score = 0;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if ((spoke & 1L << i) != 0 && rule.weight() != 0 && rule.countsOn(reply)) {
                counting.add(rule);
                score += rule.weight();
            }
        }
        boolean appeal = score >= threshold;
        List<String> reasons =
                counting.stream()
                        .filter(rule -> rule.weight() > 0 == appeal)
                        .sorted(Comparator.comparingDouble(rule -> -Math.abs(rule.weight())))
                        .map(Rule::id)
                        .toList();
        return new RuleDecision(
                appeal, score, reasons.isEmpty() ? List.of(NOTHING_ASKED) : reasons);
    }

    /** Whether a rule speaks on a text. */
    boolean speaks(int rule, String text) {
        return (speaking(new Tokenizer().read(text)) & 1L << rule) != 0;
    }

    private long holding(long found, boolean question, int words) {
        long holding = found;
        for (long rest = found; rest != 0; rest &= rest - 1) {
            int rule = Long.numberOfTrailingZeros(rest);
            if (!rules.get(rule).when().holdsFor(question, words)) {
                holding &= ~(1L << rule);
            }
        }
        return holding;
    }

    /** The rules of which a phrase was found in a text, where it must stand. */
    private final class Phrases implements PhraseIndex.Found {
        private final Tokens tokens;
        private final boolean question;
        private long found = withoutPhrase;

        /** For each word whether it stands in a question; found out when first asked for. */
        private boolean[] inQuestion;

        Phrases(Tokens tokens) {
            this.tokens = tokens;
            this.question = hasQuestion(tokens);
        }

        @Override
        public void phrase(long rules, int at) {
            found |= rules & ~asked;
            if (question && (rules & asked) != 0) {
                if (inQuestion == null) {
                    inQuestion = inQuestion(tokens);
                }
                found |= inQuestion[at] ? rules : 0;
            }
        }
    }

    private static boolean hasQuestion(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isQuestionMark(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** For each of {@link Tokens#plainWords}, whether its sentence ends with a question mark. */
    private static boolean[] inQuestion(Tokens tokens) {
        boolean[] inQuestion = new boolean[tokens.plainWords().size()];
        int word = inQuestion.length;
        boolean question = false;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.type(i) == TokenType.MARK) {
                question = isQuestionMark(tokens, i);
            } else if (Sentences.stopsAfter(tokens, i)) {
                question = false;
            }
            if (tokens.isPlainWord(i)) {
                inQuestion[--word] = question;
            }
        }
        return inQuestion;
    }

    private static boolean isQuestionMark(Tokens tokens, int token) {
        return tokens.type(token) == TokenType.MARK && tokens.word(token).equals("?");
    }
}
