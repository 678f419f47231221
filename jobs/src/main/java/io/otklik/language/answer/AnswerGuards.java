package io.otklik.language.answer;

import io.otklik.language.AnswerKind;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What no kind of answer can be, whatever the weights and the surroundings say: an appeal must not
 * be closed by a greeting, by «взяли в работу» or by a promise.
 */
final class AnswerGuards {

    /** Far below what any weights give. */
    private static final float BARRED = -100;

    /** What may end an appeal though it was taken into work. */
    private static final Set<AnswerCue> ENDS =
            EnumSet.of(AnswerCue.DONE, AnswerCue.EXPLAINS, AnswerCue.IMPOSSIBLE);

    /** What may end an appeal though a term is named. */
    private static final Set<AnswerCue> ENDS_WITH_TERM =
            EnumSet.of(
                    AnswerCue.DONE,
                    AnswerCue.EXPLAINS,
                    AnswerCue.IMPOSSIBLE,
                    AnswerCue.REFERS,
                    AnswerCue.YES_NO);

    private static final Set<AnswerCue> PROMISES =
            EnumSet.of(AnswerCue.WILL_BE_DONE, AnswerCue.PLANNED, AnswerCue.IN_PROGRESS);

    /** What nobody's trouble ends with, if nothing else is said. */
    private static final Set<AnswerCue> NO_END =
            EnumSet.of(
                    AnswerCue.APOLOGY,
                    AnswerCue.ACCEPTED,
                    AnswerCue.TAKEN_INTO_WORK,
                    AnswerCue.PASSED_ON,
                    AnswerCue.SENT,
                    AnswerCue.ASKED_COLLEAGUES,
                    AnswerCue.WILL_CHECK,
                    AnswerCue.WILL_BE_DONE,
                    AnswerCue.UNDER_CONTROL,
                    AnswerCue.WILL_RETURN,
                    AnswerCue.THANKS_FOR_SIGNAL,
                    AnswerCue.ON_THE_WAY,
                    AnswerCue.PLANNED,
                    AnswerCue.TERM);

    private static final Set<AnswerCue> COURTESY =
            EnumSet.of(
                    AnswerCue.PURE_THANKS,
                    AnswerCue.CELEBRATES,
                    AnswerCue.INVITES,
                    AnswerCue.MODERATES);

    private static final Set<AnswerCue> ASKS =
            EnumSet.of(AnswerCue.ASKS_DETAIL, AnswerCue.ASKS_WHERE, AnswerCue.NEEDS_INFORMATION);

    /** Courtesy of more words may say something else, too. */
    private static final int FEW_WORDS = 6;

    /** «Завтра с утра», «К осени». */
    private static final int WORDS_OF_A_TIME = 3;

    private AnswerGuards() {}

    /**
     * Bars kinds that the text cannot be.
     *
     * @param scores of the kinds, in their order; changed in place
     * @param named the time that it names; null if none
     * @param promising what speaks from the sentence on that promises for that time; empty if none
     *     does
     */
    static void apply(
            float[] scores,
            AnswerText text,
            List<AnswerCue> cues,
            Promise named,
            List<AnswerCue> promising) {
        if (saysNothing(text, cues)) {
            for (AnswerKind kind : AnswerKind.values()) {
                if (kind != AnswerKind.OTHER) {
                    scores[kind.ordinal()] = BARRED;
                }
            }
            return;
        }
        boolean taken = cues.contains(AnswerCue.TAKEN_INTO_WORK) && none(cues, ENDS);
        boolean promised = !none(promising, PROMISES) && none(promising, ENDS_WITH_TERM);
        boolean term = named != null && (named.limited() || !text.tellsHour());
        if (taken || promised && term || onlyPutsOff(text, cues, named) || onlyAsks(text, cues)) {
            scores[AnswerKind.FINAL.ordinal()] = BARRED;
        }
    }

    /** A greeting, thanks, congratulations, an emoji. */
    private static boolean saysNothing(AnswerText text, List<AnswerCue> cues) {
        return text.words().isEmpty()
                || !cues.isEmpty()
                        && COURTESY.containsAll(cues)
                        && text.words().size() <= FEW_WORDS
                        && text.questions() == 0;
    }

    /**
     * «Извините», «Мастер в пути», «Скоро», «В пятницу»; with an hour it may be when something
     * begins.
     */
    private static boolean onlyPutsOff(AnswerText text, List<AnswerCue> cues, Promise named) {
        boolean bareTime =
                cues.isEmpty()
                        && named != null
                        && !text.tellsHour()
                        && (named.sure() || text.words().size() <= WORDS_OF_A_TIME);
        return text.words().size() <= FEW_WORDS
                && (bareTime || !cues.isEmpty() && NO_END.containsAll(cues));
    }

    /** «Не указан адрес». */
    private static boolean onlyAsks(AnswerText text, List<AnswerCue> cues) {
        return text.words().size() <= FEW_WORDS && !cues.isEmpty() && ASKS.containsAll(cues);
    }

    private static boolean none(List<AnswerCue> cues, Set<AnswerCue> wanted) {
        return cues.stream().noneMatch(wanted::contains);
    }
}
