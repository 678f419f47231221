package io.otklik.language;

import io.otklik.language.answer.AnswerDecision;
import io.otklik.language.answer.AnswerMatch;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.answer.AnswerTargets;
import io.otklik.language.answer.TalkLine;
import io.otklik.language.answer.TalkReading;
import io.otklik.language.routing.Route;
import io.otklik.language.routing.RouteQuery;
import io.otklik.language.routing.RoutingTable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Decides on a thread's messages one after another, official ones included: what {@link
 * ThreadReader} finds, and for an official message the kind of answer and what it answers.
 */
public final class ThreadDecider {

    private final MessageReader reader;
    private final AnswerReader answers;
    private final ThreadReader thread;
    private final AnswerTargets targets;
    private final RoutingTable routing;
    private final String pageId;

    /**
     * @param pageId the page under whose post it all stands; null if unknown
     */
    public ThreadDecider(
            String threadId,
            String pageId,
            MessageReader reader,
            AnswerReader answers,
            RoutingTable routing) {
        this.pageId = pageId;
        this.routing = routing;
        this.reader = reader;
        this.answers = answers;
        this.thread = new ThreadReader(reader);
        this.targets = new AnswerTargets(threadId);
    }

    /**
     * Decides on the next message.
     *
     * @param message without a reading; it is made here
     * @param at when it was written; null if unknown
     * @param day the same where the page is; null if unknown: then no promise is found
     */
    public Decision next(ThreadMessage message, String text, Instant at, LocalDate day) {
        Decision decision = thread.next(message.with(reader.read(text)));
        if (message.post()) {
            return decision;
        }
        TalkLine line =
                new TalkLine(
                        message.id(),
                        message.parentId(),
                        message.replyToAuthorId(),
                        message.authorId(),
                        at == null ? Instant.EPOCH : at,
                        TalkReading.of(text));
        if (decision.kind() != Kind.OFFICIAL) {
            targets.resident(line, decision.needsAnswer());
            return decision.kind().needsAnswer() ? routed(decision) : decision;
        }
        return answer(decision, line, text, day);
    }

    private Decision routed(Decision decision) {
        Route route =
                routing.route(
                        new RouteQuery(
                                decision.group(),
                                decision.topic(),
                                pageId,
                                null,
                                null,
                                null,
                                null,
                                null));
        return decision.withAgency(route.agencyId(), route.reason());
    }

    private Decision answer(Decision decision, TalkLine line, String text, LocalDate day) {
        AnswerMatch match = targets.match(line);
        AnswerDecision answer = answers.decide(answers.read(text, day), match.context());
        List<String> ids = answer.kind() == AnswerKind.OTHER ? List.of() : match.ids();
        targets.give(line, ids);
        return decision.withAnswer(
                answer.kind(),
                ids.isEmpty() ? null : ids.get(0),
                answer.promisedUntil(),
                answer.redirect(),
                answer.reasons());
    }
}
