package io.otklik.jobs.appeals;

import io.otklik.schemas.AuthorKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One thread, seen whole: which residents' messages are appeals and which official messages answer
 * them. A pure function of the messages and of who is official; the order in which the messages are
 * given does not matter.
 */
final class Conversation {

    private static final Comparator<TrackedMessage> IN_TIME =
            Comparator.comparing(TrackedMessage::publishedAt)
                    .thenComparing(message -> message.messageId().length())
                    .thenComparing(TrackedMessage::messageId);

    private final String threadId;
    private final Officials officials;
    private final Map<String, TrackedMessage> byId = new HashMap<>();

    /** Messages of which more than a deletion is known, in time order. */
    private final List<TrackedMessage> written = new ArrayList<>();

    Conversation(String threadId, Collection<TrackedMessage> messages, Officials officials) {
        this.threadId = threadId;
        this.officials = officials;
        for (TrackedMessage message : messages) {
            if (message.publishedAt() != null) {
                byId.put(message.messageId(), message);
                written.add(message);
            }
        }
        written.sort(IN_TIME);
    }

    /** The messages that speak for the page. */
    List<TrackedMessage> officialMessages() {
        return written.stream().filter(officials::wrote).toList();
    }

    /** The history of every resident's message of the thread, in time order. */
    List<Story> stories() {
        Map<String, Story> stories = new HashMap<>();
        AnswerMatcher matcher = new AnswerMatcher(threadId, byId);
        List<Story> inOrder = new ArrayList<>();
        for (TrackedMessage message : written) {
            if (officials.wrote(message)) {
                String appealId = matcher.answered(message);
                if (appealId != null) {
                    stories.get(appealId).answeredBy(message);
                }
            } else if (message.authorKind() == AuthorKind.PERSON) {
                Story story = new Story(message);
                stories.put(message.messageId(), story);
                inOrder.add(story);
                Instant since = story.appealSince();
                if (since != null) {
                    matcher.appeal(message, since);
                }
            }
        }
        return inOrder;
    }
}
