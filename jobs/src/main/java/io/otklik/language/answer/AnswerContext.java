package io.otklik.language.answer;

/** What an official message stands under, as far as it tells something of its kind. */
public enum AnswerContext {
    /** Nothing is known of the thread. */
    UNKNOWN,
    /** A comment of its own under the post. */
    FIRST_LEVEL,
    /** Replies where a resident's appeal or its continuation stands unanswered. */
    AWAITED,
    /** Replies to an appeal that has an answer already. */
    ANSWERED_BEFORE,
    /** Replies where nothing was asked: to thanks, an opinion, residents' talk. */
    TALK
}
