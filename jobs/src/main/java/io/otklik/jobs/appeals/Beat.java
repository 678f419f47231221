package io.otklik.jobs.appeals;

import java.time.Instant;

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
}
