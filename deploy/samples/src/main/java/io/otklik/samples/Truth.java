package io.otklik.samples;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/**
 * What the generator knows of a message; one for each post and comment, at its creation.
 *
 * @param messageId as {@code normalize} names it
 * @param kind what the message is
 * @param group topic group of an appeal or a follow-up; else null
 * @param answer what an official message is; null for others
 * @param answersTo the resident's message that an official message answers; else null
 */
public record Truth(
        @JsonProperty(required = true) String messageId,
        @JsonProperty(required = true) String threadId,
        @JsonProperty(required = true) Kind kind,
        String group,
        Answer answer,
        String answersTo,
        @JsonProperty(required = true) Instant publishedAt) {

    /** What a message is. */
    public enum Kind {
        POST,
        APPEAL,
        FOLLOW_UP,
        THANKS,
        OPINION,
        CHAT,
        SPAM,
        OFFICIAL
    }

    /** What an official message does for the appeal. */
    public enum Answer {
        /** Taken into work. */
        ACK,
        /** Asks the resident for details. */
        CLARIFY,
        /** Steps and a date. */
        INTERIM,
        /** Done, explained, redirected or refused with a reason. */
        FINAL,
        /** Words without substance: an empty formal reply. */
        FORMAL,
        /** No answer: thanks, greetings. */
        OTHER
    }
}
