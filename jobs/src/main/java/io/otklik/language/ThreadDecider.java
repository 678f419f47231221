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
import java.util.ArrayList;
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
        this.thread = new ThreadReader(threadId, reader);
        this.targets = new AnswerTargets(threadId);
    }

    /**
     * Decides on the next message in each of its versions, all of them where it stands; messages
     * below see the last one.
     *
     * @param message without a reading; it is made here
     * @param versions as they followed each other; at least one
     */
    public List<Decision> next(ThreadMessage message, List<Said> versions) {
        ThreadContext context = thread.context(message);
        List<Decision> decisions = new ArrayList<>(versions.size());
        Reading reading = null;
        for (Said version : versions) {
            reading = reader.read(version.text());
            decisions.add(reader.decide(reading, context));
        }
        Said newest = versions.get(versions.size() - 1);
        Decision last = decisions.get(decisions.size() - 1);
        Reading kept = reader.context(reading, newest.text());
        thread.note(message, Later.made(kept), last.kind());
        if (message.post()) {
            return decisions;
        }
        TalkLine line = line(message, versions.get(0).at(), newest.text());
        if (last.kind() != Kind.OFFICIAL) {
            targets.resident(line, last.needsAnswer());
            decisions.replaceAll(this::routed);
            return decisions;
        }
        AnswerMatch match = targets.match(line);
        for (int i = 0; i < decisions.size(); i++) {
            Decision one = decisions.get(i);
            boolean official = one.kind() == Kind.OFFICIAL;
            decisions.set(i, official ? answer(one, versions.get(i), match) : routed(one));
        }
        boolean answers = decisions.get(decisions.size() - 1).answersTo() != null;
        targets.give(line, answers ? match.ids() : List.of());
        return decisions;
    }

    private static TalkLine line(ThreadMessage message, Instant at, String text) {
        return new TalkLine(
                message.id(),
                message.parentId(),
                message.replyToAuthorId(),
                message.authorId(),
                at == null ? Instant.EPOCH : at,
                TalkReading.of(text));
    }

    private Decision routed(Decision decision) {
        if (!decision.kind().needsAnswer()) {
            return decision;
        }
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

    private Decision answer(Decision decision, Said version, AnswerMatch match) {
        AnswerDecision answer =
                answers.decide(answers.read(version.text(), version.day()), match.context());
        boolean toNobody = answer.kind() == AnswerKind.OTHER || match.ids().isEmpty();
        return decision.withAnswer(
                answer.kind(),
                toNobody ? null : match.ids().get(0),
                answer.promisedUntil(),
                answer.redirect(),
                answer.reasons());
    }
}
