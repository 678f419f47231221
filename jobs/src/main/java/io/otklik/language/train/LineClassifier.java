package io.otklik.language.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.language.MessageReader;
import io.otklik.language.ThreadDecider;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.routing.RoutingTable;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Decides on messages that come one a line, threads mixed; earlier lines of a thread are context
 * for later ones. Reads {@code Message} records and the lines of a labelled wall, whose label it
 * does not look at.
 */
public final class LineClassifier {

    /** The field that a line gets. */
    public static final String DECISION = "decision";

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    /** Threads that are remembered; the one not met for longest is forgotten. */
    private static final int MOST_THREADS = 50_000;

    private final MessageReader reader;
    private final AnswerReader answers;
    private final RoutingTable routing = RoutingTable.bundled();
    private final Map<String, ThreadDecider> threads =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, ThreadDecider> eldest) {
                    return size() > MOST_THREADS;
                }
            };

    public LineClassifier(MessageReader reader, AnswerReader answers) {
        this.reader = reader;
        this.answers = answers;
    }

    /**
     * Adds the object {@code decision} to a message; {@code null} to a deletion, which says
     * nothing.
     *
     * @throws IllegalArgumentException if it is no message; the message says what it lacks
     */
    public void decide(ObjectNode line) {
        if ("DELETED".equals(line.path("change").asText())) {
            line.putNull(DECISION);
            return;
        }
        LabelledMessage message = WallFile.message(withoutLabel(line), ZONE);
        ThreadDecider thread =
                threads.computeIfAbsent(WallFile.threadId(line), id -> decider(id, line));
        LocalDateTime at = message.at();
        Decision decision =
                thread.next(
                        KindExamples.threadMessage(message, null),
                        message.text(),
                        at == null ? null : at.toInstant(ZoneOffset.UTC),
                        at == null ? null : at.toLocalDate());
        line.set(DECISION, json(decision, line));
    }

    private ThreadDecider decider(String threadId, ObjectNode line) {
        String page = line.path("communityId").asText(null);
        return new ThreadDecider(threadId, page, reader, answers, routing);
    }

    private static JsonNode withoutLabel(ObjectNode line) {
        return line.has("label") ? line.deepCopy().without("label") : line;
    }

    private static ObjectNode json(Decision decision, ObjectNode line) {
        ObjectNode json = line.objectNode();
        json.put("kind", decision.kind().label());
        json.put("needsAnswer", Math.round(decision.needsAnswer() * 10_000) / 10_000.0);
        json.put("group", decision.group());
        var groups = json.putArray("groups");
        for (GroupScore group : decision.groups()) {
            groups.addObject()
                    .put("group", group.group())
                    .put("score", Math.round(group.score() * 10_000) / 10_000.0);
        }
        json.put("topic", decision.topic());
        json.put("urgency", decision.urgency().name().toLowerCase(Locale.ROOT));
        json.put("place", decision.place());
        json.put("agencyId", decision.agencyId());
        json.put(
                "answerKind", decision.answerKind() == null ? null : decision.answerKind().label());
        json.put("answersTo", decision.answersTo());
        json.put(
                "promisedUntil",
                decision.promisedUntil() == null ? null : decision.promisedUntil().toString());
        json.put("redirect", decision.redirect());
        var reasons = json.putArray("reasons");
        decision.reasons().forEach(reasons::add);
        json.put("modelVersion", decision.modelVersion());
        return json;
    }
}
