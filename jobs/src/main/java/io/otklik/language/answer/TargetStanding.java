package io.otklik.language.answer;

import java.util.List;
import java.util.Set;

/**
 * Who waits, as an official message finds it.
 *
 * @param answered ids of the messages that have an answer
 * @param seenBefore place of the last message that the officer's visit before this one saw
 * @param last the last answer given there; null if none was
 * @param latest the last one that waits
 * @param firstUnseen the first one that waits and came since the last visit
 * @param nextInRun the next to get the text that is given to one after another
 */
record TargetStanding(
        Set<String> answered,
        int seenBefore,
        Given last,
        TargetCandidate latest,
        int waiting,
        TargetCandidate firstUnseen,
        int unseen,
        TargetCandidate nextInRun) {

    /** In a run of one text also messages that hardly wait get it. */
    private static final double WAITS_IN_RUN = 0.15;

    /** An answer given: its place in the thread's order and that of what it answers. */
    record Given(TalkLine line, int order, int targetOrder) {}

    static TargetStanding of(
            TalkLine line,
            List<TargetCandidate> candidates,
            Set<String> answered,
            Given last,
            int seenBefore) {
        boolean run = last != null && last.line.talk().sameText(line.talk());
        TargetCandidate latest = null;
        TargetCandidate firstUnseen = null;
        TargetCandidate nextInRun = null;
        int waiting = 0;
        int unseen = 0;
        for (TargetCandidate candidate : candidates) {
            boolean unanswered = !answered.contains(candidate.line().id());
            if (unanswered && candidate.asks()) {
                latest = candidate;
                waiting++;
                if (candidate.order() > seenBefore) {
                    firstUnseen = firstUnseen == null ? candidate : firstUnseen;
                    unseen++;
                }
            }
            boolean next =
                    run
                            && unanswered
                            && candidate.order() > last.targetOrder
                            && candidate.needsAnswer() >= WAITS_IN_RUN;
            nextInRun = next && nextInRun == null ? candidate : nextInRun;
        }
        return new TargetStanding(
                answered, seenBefore, last, latest, waiting, firstUnseen, unseen, nextInRun);
    }

    /** Adds what a candidate's waiting says. */
    void addClues(double[] clues, TargetCandidate candidate) {
        boolean unanswered = !answered.contains(candidate.line().id());
        boolean seen = candidate.order() <= seenBefore;
        TargetClue.NEEDS_ANSWER.set(clues, candidate.needsAnswer());
        TargetClue.UNANSWERED.set(clues, unanswered);
        TargetClue.ONLY_WAITING.set(clues, candidate == latest && waiting == 1);
        TargetClue.LATEST_WAITING.set(clues, candidate == latest && waiting > 1);
        TargetClue.FIRST_UNSEEN.set(clues, candidate == firstUnseen && unseen > 1);
        TargetClue.PASSED_OVER.set(clues, seen && unanswered);
        TargetClue.SINCE_LAST_ANSWER.set(clues, last != null && candidate.order() > last.order);
        TargetClue.NEXT_IN_RUN.set(clues, candidate == nextInRun);
        TargetClue.ASKS.set(clues, candidate.line().talk().question());
        TargetClue.EMPTY.set(clues, candidate.line().talk().words().length < 2);
    }
}
