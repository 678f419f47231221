package io.otklik.language;

import io.otklik.language.model.Calibration;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.TellingWords;
import io.otklik.language.rules.RuleBook;
import io.otklik.schemas.Urgency;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads messages and decides what they are: the one door to package {@code language}. Keeps
 * buffers, so each task needs its own; the models behind it are shared.
 */
public final class MessageReader {

    private static final int MOST_RULES = 4;
    private static final int MOST_WORDS = 3;
    private static final float LEAST_TELLING = 0.15f;

    private final TextReader texts;
    private final KindModel kinds;
    private final String version;
    private final TellingWords telling = new TellingWords();

    public MessageReader(RuleBook rules, KindModel kinds, String version) {
        this.texts = new TextReader(rules);
        this.kinds = kinds;
        this.version = version;
    }

    /** Of model and rule book; stands on each decision. */
    public String modelVersion() {
        return version;
    }

    /** What one text says by itself; the costly half of a decision. */
    public Reading read(String text) {
        ReadText read = texts.read(text);
        telling.clear(read.tokens().size());
        float[] scores = kinds.read(read, texts.rules(), telling);
        return new Reading(
                scores, read.signs(), read.rules(), read.words(), Urgency.NORMAL, reasons(read), version);
    }

    /** What a message is, given what its text says and where it stands; cheap. */
    public Decision decide(Reading own, ThreadContext context) {
        float[] scores = kinds.scores(own, context, texts.rules());
        Calibration calibration = kinds.calibration();
        boolean resident =
                context.author() == AuthorRole.RESIDENT || context.author() == AuthorRole.UNKNOWN;
        double needsAnswer = resident ? calibration.needsAnswer(scores) : 0;
        Kind kind = kind(scores, context.author(), needsAnswer >= calibration.threshold());
        return new Decision(
                kind,
                needsAnswer,
                List.of(),
                null,
                own.urgency(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                own.reasons(),
                version);
    }

    private static Kind kind(float[] scores, AuthorRole author, boolean asks) {
        if (author == AuthorRole.OFFICIAL) {
            return Kind.OFFICIAL;
        }
        Kind best = null;
        for (Kind kind : Kind.values()) {
            boolean open =
                    kind.needsAnswer() == asks
                            && (kind != Kind.OFFICIAL || author == AuthorRole.UNKNOWN);
            if (open && (best == null || scores[kind.ordinal()] > scores[best.ordinal()])) {
                best = kind;
            }
        }
        return best;
    }

    private List<String> reasons(ReadText read) {
        List<String> reasons = new ArrayList<>(MOST_RULES + MOST_WORDS);
        for (long rest = read.rules();
                rest != 0 && reasons.size() < MOST_RULES;
                rest &= rest - 1) {
            reasons.add("rule:" + texts.rules().id(Long.numberOfTrailingZeros(rest)));
        }
        for (int i = 0; i < MOST_WORDS; i++) {
            int token = telling.next(read.tokens(), LEAST_TELLING);
            if (token < 0) {
                break;
            }
            String sign = telling.take(token) > 0 ? "+" : "-";
            reasons.add(sign + read.tokens().word(token));
        }
        return reasons;
    }
}
