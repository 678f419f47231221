package io.otklik.language.answer;

import java.util.List;

/**
 * A resident's message that an official message may answer.
 *
 * @param needsAnswer probability that it waits for an answer
 * @param order its place among the thread's messages
 */
record TargetCandidate(TalkLine line, double needsAnswer, int order) {

    /** From this probability on a message is taken to wait for an answer. */
    static final double WAITS = 0.5;

    boolean asks() {
        return needsAnswer >= WAITS;
    }

    /** Whether it and an answer have a telling word in common. */
    boolean sharesWord(TalkReading answer) {
        for (short word : answer.words()) {
            if (line.talk().saysWord(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has a telling word in common with an answer that no other of some says. */
    boolean aloneSharesWord(TalkReading answer, List<TargetCandidate> others) {
        for (short word : answer.words()) {
            if (line.talk().saysWord(word) && !isSaidByOther(word, others)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaidByOther(short word, List<TargetCandidate> others) {
        for (TargetCandidate other : others) {
            if (other != this && other.line.talk().saysWord(word)) {
                return true;
            }
        }
        return false;
    }
}
