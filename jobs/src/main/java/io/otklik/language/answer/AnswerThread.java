package io.otklik.language.answer;

import io.otklik.language.AnswerKind;

import java.time.LocalDate;
import java.util.List;

/**
 * A labelled thread, in time order.
 *
 * @param id of the post
 */
public record AnswerThread(String id, List<Message> messages) {

    public AnswerThread {
        messages = List.copyOf(messages);
    }

    /**
     * A message of the thread; the post is left out unless a resident wrote it.
     *
     * @param published day of the message where the page is; null if unknown
     * @param needsAnswer of a resident's message: 0..1
     * @param official whether it speaks for a page
     * @param kind of an official message; null if nobody labelled it
     * @param answersTo the message that an official message answers; null if none or unknown
     */
    public record Message(
            TalkLine line,
            String text,
            LocalDate published,
            double needsAnswer,
            boolean official,
            AnswerKind kind,
            String answersTo) {}
}
