package io.otklik.similarity.signal;

import io.otklik.language.sign.SpeakingRules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The book of signals: which phrases speak, and how much each signal weighs. Immutable and safe for
 * many threads.
 */
public final class SignalBook {

    private static final String BUNDLED = "/similarity/signals.yaml";

    /**
     * Pages on which the same text or link stands within a minute only if somebody put it there.
     */
    public static final int COORDINATED_PAGES = 4;

    private static final double LOG_2 = Math.log(2);

    private final String version;
    private final double threshold;
    private final double intercept;
    private final double slope;
    private final double offset;
    private final List<TextSignal> texts;
    private final Map<StorySignal, Double> stories;
    private final SpreadRule spread;
    private final SpeakingRules speaking;

    SignalBook(
            String version,
            double threshold,
            double intercept,
            double slope,
            double offset,
            List<TextSignal> texts,
            Map<StorySignal, Double> stories,
            SpreadRule spread) {
        this.spread = spread;
        this.version = version;
        this.threshold = threshold;
        this.intercept = intercept;
        this.slope = slope;
        this.offset = offset;
        this.texts = List.copyOf(texts);
        this.stories = stories;
        speaking =
                new SpeakingRules(
                        texts.stream().map(TextSignal::any).toList(),
                        texts.stream().map(TextSignal::unless).toList());
    }

    /** The book that comes with the project. */
    public static SignalBook bundled() {
        return SignalBookYaml.read(bundledYaml());
    }

    /** The same, as it is written. */
    public static String bundledYaml() {
        try (InputStream in = SignalBook.class.getResourceAsStream(BUNDLED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Why this book cannot follow another while jobs run: what a text said is kept as bits in the
     * book's order, so that the other's signals must stay at their places.
     *
     * @return a sentence that says what to do; null if it can
     */
    public String whyNotAfter(SignalBook other) {
        for (int i = 0; i < other.texts.size(); i++) {
            String id = other.texts.get(i).id();
            if (i >= texts.size() || !texts.get(i).id().equals(id)) {
                return "Signal %d of the text must stay %s: add others behind, and give one that is to fall silent weight 0."
                        .formatted(i + 1, id);
            }
        }
        return null;
    }

    public String version() {
        return version;
    }

    /** From this score on a story is a suspicion. */
    public double threshold() {
        return threshold;
    }

    /** By what weights are multiplied to be a probability's logit. */
    public double slope() {
        return slope;
    }

    /** What is added to it. */
    public double offset() {
        return offset;
    }

    /** When a story spreads, and by when it must be refuted. */
    public SpreadRule spread() {
        return spread;
    }

    /** The signals of the text, in the order of their bits. */
    public List<TextSignal> texts() {
        return texts;
    }

    /**
     * The signals that speak in a text, as bits in the book's order.
     *
     * @param words in lower case, {@code ё} as {@code е}
     */
    public long read(List<String> words) {
        return speaking.of(words);
    }

    /**
     * The signals by which a story is weighed. What a few copies add to it may raise a suspicion
     * (who passes it on asks for more) but never lower one: otherwise a story that spreads would
     * fall silent as soon as one of those who carry it is indignant or asks.
     *
     * @param signals bits of those that speak in any copy
     * @param added bits of those that only a few add
     */
    public long ofStory(long signals, long added) {
        long weighed = signals;
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).weight() < 0) {
                weighed &= ~(added & 1L << i);
            }
        }
        return weighed;
    }

    /** What a text alone would score. */
    public double scoreOf(long textSignals) {
        double sum = intercept;
        for (int i = 0; i < texts.size(); i++) {
            sum += (textSignals & 1L << i) == 0 ? 0 : texts.get(i).weight();
        }
        return probability(sum);
    }

    /** Whether the text states something: a signal of weight speaks for that. */
    private boolean states(long textSignals) {
        for (int i = 0; i < texts.size(); i++) {
            if ((textSignals & 1L << i) != 0 && texts.get(i).weight() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a story that spreads is an alert by what its text says, see {@link TextSignal}. */
    public boolean alerts(long textSignals) {
        for (int i = 0; i < texts.size(); i++) {
            TextSignal signal = texts.get(i);
            if ((textSignals & 1L << i) != 0 && signal.weight() > 0 && signal.alerts()) {
                return true;
            }
        }
        return false;
    }

    /** How much speaks for a story being checked, and what. */
    public Score score(StoryFacts story) {
        List<Spoken> spoken = spoken(story);
        return new Score(probability(sum(spoken)), spoken);
    }

    /** The weights of what speaks for a story, before they are made a probability. */
    public double sum(StoryFacts story) {
        return sum(spoken(story));
    }

    private double sum(List<Spoken> spoken) {
        double sum = intercept;
        for (Spoken signal : spoken) {
            sum += signal.weight();
        }
        return sum;
    }

    /** What speaks, the heaviest first. */
    private List<Spoken> spoken(StoryFacts story) {
        List<Spoken> spoken = new ArrayList<>();
        boolean evaluates = false;
        for (int i = 0; i < texts.size(); i++) {
            if ((story.textSignals() & 1L << i) != 0) {
                spoken.add(new Spoken(texts.get(i).id(), texts.get(i).weight(), ""));
                evaluates |= texts.get(i).weight() < 0;
            }
        }
        double doublings = Math.log(Math.max(1, story.burst())) / LOG_2;
        double spread = Math.log(Math.max(1, story.pages())) / LOG_2;
        add(spoken, StorySignal.COPIES, doublings, story.burst());
        add(spoken, StorySignal.PAGES, spread, story.pages());
        add(spoken, StorySignal.GROWTH, story.growing() ? 1 : 0, story.burst());
        add(
                spoken,
                StorySignal.COORDINATION,
                story.coordinatedPages() >= COORDINATED_PAGES ? 1 : 0,
                story.coordinatedPages());
        boolean passedOn = story.copies() > 1 && !story.official();
        add(spoken, StorySignal.ANONYMOUS_SOURCE, passedOn ? 1 : 0, 1);
        add(spoken, StorySignal.OFFICIAL_SOURCE, story.official() ? 1 : 0, 1);
        add(spoken, StorySignal.ASKED, story.asked() > 0 ? 1 : 0, story.asked());
        add(spoken, StorySignal.OFFICIAL_DENIAL, story.denials() > 0 ? 1 : 0, story.denials());
        boolean known = story.claimScore() > 0;
        add(spoken, StorySignal.KNOWN_CLAIM, known ? 1 : 0, story.claimScore());
        add(spoken, StorySignal.KNOWN_FALSE_CLAIM, story.falseClaim() ? 1 : 0, story.claimScore());
        add(spoken, StorySignal.SATIRE, story.satire() ? 1 : 0, 1);
        boolean states = states(story.textSignals());
        boolean doubted = story.asked() > 0 || story.denials() > 0;
        boolean onlyOpinion = evaluates && !states && !known;
        boolean unsupported = !evaluates && !states && !known && !doubted;
        add(spoken, StorySignal.UNSUPPORTED, unsupported ? 1 : 0, 1);
        add(spoken, StorySignal.ONLY_OPINION, onlyOpinion ? 1 : 0, 1);
        spoken.sort(
                Comparator.comparingDouble((Spoken signal) -> -Math.abs(signal.weight()))
                        .thenComparing(Spoken::id));
        return spoken;
    }

    private void add(List<Spoken> spoken, StorySignal signal, double times, double count) {
        if (times > 0) {
            String detail =
                    count == Math.rint(count)
                            ? Long.toString((long) count)
                            : String.format(Locale.ROOT, "%.2f", count);
            spoken.add(new Spoken(signal.id(), stories.get(signal) * times, detail));
        }
    }

    private double probability(double sum) {
        return 1 / (1 + Math.exp(-(offset + slope * sum)));
    }
}
