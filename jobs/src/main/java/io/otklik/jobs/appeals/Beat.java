package io.otklik.jobs.appeals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One fact in the story of an appeal.
 *
 * @param causeId the message that tells it
 * @param reply of {@link Kind#ANSWERED}, else null
 */
record Beat(Instant at, Kind kind, String causeId, Reply reply) {

    /** Kinds in the order in which they count at one instant. */
    enum Kind {
        /** The resident's text asks for something from now on. */
        ASKED,
        /** The resident deleted it, or edited it into something that asks for nothing. */
        WITHDRAWN,
        /** An official's message was deleted, or edited into less of an answer. */
        UNANSWERED,
        /** An official's message answers from now on, or says more than it said. */
        ANSWERED,
        /** The resident goes on about it. */
        FOLLOWED_UP,
        /** The resident says something else in the branch, which may be what was asked. */
        SPOKE,
        /** Someone who was no official answers like one. */
        ANSWERED_UNOFFICIALLY
    }

    /** From when to when an official message answers, and how, as its text changes. */
    static List<Beat> ofAnswers(TrackedMessage message) {
        String id = message.messageId();
        List<Beat> beats = new ArrayList<>();
        List<Reply> replies = message.heard().replies();
        Reply standing = null;
        for (int i = 0; i < replies.size(); i++) {
            Instant at = message.versions().get(i).at();
            Reply now = replies.get(i);
            boolean counts = now != null && now.counts();
            boolean less =
                    standing != null && (!counts || now.kind().compareTo(standing.kind()) < 0);
            if (less) {
                beats.add(new Beat(at, Kind.UNANSWERED, id, null));
                standing = null;
            }
            // What a message said before an edit into more stays said: the first answer is no
            // later.
            if (counts && (standing == null || now.kind() != standing.kind())) {
                beats.add(new Beat(at, Kind.ANSWERED, id, now));
                standing = now;
            }
        }
        return beats;
    }
}
