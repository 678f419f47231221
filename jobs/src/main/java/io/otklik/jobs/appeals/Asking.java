package io.otklik.jobs.appeals;

import io.otklik.language.Decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What one resident's message asks for, by what was decided on each of its versions.
 *
 * @param first when, and by which text, it first was an appeal; null if it never was
 * @param newest the newest text that was an appeal, else the newest text
 * @param decision on {@code newest}
 * @param excludedBy why it is no appeal; null if it is one
 * @param beats since when it asks for something, and since when no more
 */
record Asking(
        MessageVersion first,
        MessageVersion newest,
        Decision decision,
        String excludedBy,
        List<Beat> beats) {

    /**
     * @param decisions on each version of the message, null for a deletion
     * @param reason why it can be no appeal, whatever it says; null: what asks for something is one
     */
    static Asking of(TrackedMessage message, List<Decision> decisions, String reason) {
        List<Beat> beats = new ArrayList<>();
        MessageVersion first = null;
        MessageVersion newest = null;
        Decision decision = null;
        boolean asking = false;
        for (int i = 0; i < decisions.size(); i++) {
            MessageVersion version = message.versions().get(i);
            Decision own = decisions.get(i);
            if (message.repeatsDeletion(i) || version.deleted() && message.deletedByAnother(i)) {
                // A complaint that another takes away is owed an answer all the same.
                continue;
            }
            boolean asks = own != null && own.kind().needsAnswer() && reason == null;
            if (asks && !asking) {
                beats.add(new Beat(version.at(), Beat.Kind.ASKED, message.messageId(), null));
                first = first == null ? version : first;
            } else if (!asks && asking) {
                beats.add(new Beat(version.at(), Beat.Kind.WITHDRAWN, message.messageId(), null));
            }
            if (asks || own != null && first == null) {
                newest = version;
                decision = own;
            }
            asking = asks;
        }
        boolean appeal = first != null || decision == null;
        String otherwise = reason == null && decision != null ? decision.kind().label() : reason;
        return new Asking(first, newest, decision, appeal ? null : otherwise, beats);
    }
}
