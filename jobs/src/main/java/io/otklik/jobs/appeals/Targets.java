package io.otklik.jobs.appeals;

import io.otklik.language.answer.AnswerMatch;
import io.otklik.language.answer.AnswerTargets;
import io.otklik.language.answer.TalkLine;
import io.otklik.language.answer.TalkReading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the official messages of a thread answer, by {@link AnswerTargets}. Texts are read for it
 * once something is to be matched with them: a thread told on for a deadline has nothing to match.
 */
final class Targets {

    private final AnswerTargets targets;
    private final List<Runnable> unread = new ArrayList<>();
    private TalkLine last;

    Targets(String threadId) {
        this.targets = new AnswerTargets(threadId);
    }

    /**
     * Notes a resident's message.
     *
     * @param needsAnswer probability that it waits for an answer
     */
    void resident(TrackedMessage message, double needsAnswer) {
        Supplier<TalkLine> line = unread(message);
        unread.add(() -> targets.resident(line.get(), needsAnswer));
    }

    /**
     * Notes a message that was matched in an earlier telling.
     *
     * @param ids what it was given to; none if nothing
     */
    void matched(TrackedMessage message, List<String> ids) {
        Supplier<TalkLine> line = unread(message);
        unread.add(() -> targets.known(line.get(), ids));
    }

    /** See {@link AnswerTargets#match(TalkLine, Predicate)}. */
    AnswerMatch match(TrackedMessage message, Predicate<String> eligible) {
        unread.forEach(Runnable::run);
        unread.clear();
        last = unread(message).get();
        return targets.match(last, eligible);
    }

    /** Takes it that the message matched last answers those. */
    void give(List<String> ids) {
        targets.give(last, ids);
    }

    /** Holds no more of the message than a line is made of. */
    private static Supplier<TalkLine> unread(TrackedMessage message) {
        String id = message.messageId();
        String parentId = message.parentId();
        String replyToAuthorId = message.replyToAuthorId();
        String authorId = message.authorId();
        Instant at = message.publishedAt();
        String text = message.newestText();
        return () ->
                new TalkLine(id, parentId, replyToAuthorId, authorId, at, TalkReading.of(text));
    }
}
