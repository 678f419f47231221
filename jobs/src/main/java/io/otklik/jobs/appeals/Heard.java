package io.otklik.jobs.appeals;

import io.otklik.language.Decision;

import java.util.List;

/**
 * What a message was found to be when its thread was told up to it. State: a thread that is not
 * kept ready is told on from this, and its texts are not read again for each deadline.
 *
 * <p>It follows from the message, from all messages before it and from who is official: it goes
 * when one of them changes so that it may be heard otherwise, or the model ({@link
 * Conversation#of}).
 *
 * @param by what it was heard by ({@link HeardBy})
 * @param modelVersion of the model and the rule book that decided
 * @param decisions on each version of the message, null for a deletion; none if it speaks for the
 *     page
 * @param likeOfficial whether it says what an official would, and its author is none
 * @param answers ids of the messages that it answers, or would if its author spoke for the page
 * @param surroundings digest of all that it was heard by but its own texts; 0: not known
 * @param replies what each version of a message that speaks for the page is to them, null for a
 *     deletion; none if it answers nothing
 */
record Heard(
        String by,
        String modelVersion,
        List<Decision> decisions,
        boolean likeOfficial,
        List<String> answers,
        long surroundings,
        List<Reply> replies) {}
