package io.otklik.schemas;

/** What can happen to a resident's message on its way to an answer. */
public enum AppealEventType {
    /** The message is an appeal from this moment. */
    DETECTED,
    /** The message is not an appeal; the event's reason says why. */
    EXCLUDED,
    /** An authority that owes the answer was found; the event's reason says by what. */
    ROUTED,
    /** The clock started under a policy. */
    SLA_APPLIED,
    /** An official took it into work. */
    ACKNOWLEDGED,
    /** An official asked the resident something: the clock of the final answer stands still. */
    CLARIFICATION_REQUESTED,
    /** The resident did not reply in time: the clock runs on. */
    CLARIFICATION_TIMED_OUT,
    /** An official told stages and terms: the final answer has a new term. */
    INTERIM,
    /** An official answered on the merits. */
    FINAL,
    /** Someone answered who was not an official account: does not count. */
    UNOFFICIAL_ANSWER,
    /** The resident added something; after a clarifying question the clock runs on. */
    FOLLOWED_UP,
    /** A term ends soon. */
    WARNED,
    /** A term ended without what it was set for. */
    BREACHED,
    /** It is still missing some time later: the next level is told. */
    ESCALATED,
    /** Another authority owes the answer now. */
    TRANSFERRED,
    /** An official answer was deleted, or edited into none. */
    ANSWER_RETRACTED,
    /** An appeal that was closed is owed an answer again. */
    REOPENED,
    /** It is about the same problem as an earlier appeal that is still open. */
    MERGED,
    /** The resident deleted the appeal or edited it into something else. */
    WITHDRAWN
}
