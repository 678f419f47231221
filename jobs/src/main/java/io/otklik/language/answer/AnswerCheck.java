package io.otklik.language.answer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a good answer has (domain §c: measures, or stages and terms, or a reasoned impossibility
 * with references), and one thing that it should not be. A set is kept as bits.
 */
public enum AnswerCheck {
    /** Says something of the matter: a measure, a term, an explanation or a reason. */
    ON_MERITS,
    /** Names a date or a term. */
    HAS_TERM,
    /** Names what was or will be done. */
    HAS_MEASURE,
    /** Names a phone, a mail, a link or an act. */
    HAS_REFERENCE,
    /** Nothing but a link or advice to write a formal appeal. */
    LINK_OUT_ONLY;

    private static final Set<AnswerCue> MEASURES =
            EnumSet.of(
                    AnswerCue.DONE,
                    AnswerCue.WILL_BE_DONE,
                    AnswerCue.IN_PROGRESS,
                    AnswerCue.PLANNED,
                    AnswerCue.PASSED_ON,
                    AnswerCue.SENT,
                    AnswerCue.TAKEN_INTO_WORK,
                    AnswerCue.WILL_CHECK);
    private static final Set<AnswerCue> SUBSTANCE =
            EnumSet.of(
                    AnswerCue.DONE,
                    AnswerCue.WILL_BE_DONE,
                    AnswerCue.IN_PROGRESS,
                    AnswerCue.PLANNED,
                    AnswerCue.EXPLAINS,
                    AnswerCue.IMPOSSIBLE,
                    AnswerCue.NOT_OURS,
                    AnswerCue.YES_NO);

    private static final WordPatterns ACT =
            new WordPatterns("0-фз\\b|закон|постановлени|приказ|регламент|гост\\b|гостом\\b");
    private static final WordPatterns FORMAL =
            new WordPatterns("0-фз\\b|официальн\\p{L}+ обращени|в письменном виде");

    /** A message of so few words beside a link says nothing itself. */
    private static final int FEW_WORDS = 12;

    /** Bits of what holds for a text. */
    static int bits(AnswerText text, List<AnswerCue> cues, boolean term) {
        boolean link = cues.contains(AnswerCue.HAS_LINK) || cues.contains(AnswerCue.SEE_LINK);
        boolean act = ACT.matchesAny(text.plain());
        boolean measure = cues.stream().anyMatch(MEASURES::contains);
        boolean formal = FORMAL.matchesAny(text.plain());
        boolean out = !measure && (link && text.words().size() <= FEW_WORDS || formal);
        int bits = 0;
        bits |= !out && cues.stream().anyMatch(SUBSTANCE::contains) ? ON_MERITS.bit() : 0;
        bits |= term ? HAS_TERM.bit() : 0;
        bits |= measure ? HAS_MEASURE.bit() : 0;
        bits |= link || act || cues.contains(AnswerCue.HAS_CONTACT) ? HAS_REFERENCE.bit() : 0;
        bits |= out ? LINK_OUT_ONLY.bit() : 0;
        return bits;
    }

    /** The checks of those bits. */
    public static Set<AnswerCheck> ofBits(int bits) {
        Set<AnswerCheck> checks = EnumSet.noneOf(AnswerCheck.class);
        for (AnswerCheck check : values()) {
            if ((bits & check.bit()) != 0) {
                checks.add(check);
            }
        }
        return checks;
    }

    int bit() {
        return 1 << ordinal();
    }
}
