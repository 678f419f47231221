package io.otklik.language;

import io.otklik.schemas.Urgency;

import java.util.List;

/**
 * Reads messages and decides what they are. Immutable: one instance serves a task and may be shared
 * by threads.
 */
public final class MessageReader {

    private final RuleBook rules;

    private MessageReader(RuleBook rules) {
        this.rules = rules;
    }

    /** The model and the rule book that come with the jobs. */
    public static MessageReader bundled() {
        return new MessageReader(RuleBook.bundled());
    }

    /** Of model and rule book; stands on each decision. */
    public String modelVersion() {
        return "rules-" + rules.version();
    }

    /** What one text says by itself; the costly half of a decision. */
    public Reading read(String text) {
        RuleDecision first = rules.decide(text, false);
        RuleDecision reply = rules.decide(text, true);
        return new Reading(
                new float[] {(float) first.score(), (float) reply.score()},
                text.indexOf('?') >= 0 ? Sign.QUESTION.bit() : 0,
                text.split("\\s+").length,
                Urgency.NORMAL,
                first.reasons(),
                modelVersion());
    }

    /** What a message is, given what its text says and where it stands; cheap. */
    public Decision decide(Reading own, ThreadContext context) {
        double score = own.kindScores()[context.reply() ? 1 : 0];
        double needsAnswer =
                context.author() == AuthorRole.OFFICIAL ? 0 : 1 / (1 + Math.exp(2 - 2 * score));
        Kind kind =
                context.author() == AuthorRole.OFFICIAL
                        ? Kind.OFFICIAL
                        : needsAnswer >= 0.5 ? Kind.APPEAL : Kind.CHAT;
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
                modelVersion());
    }
}
