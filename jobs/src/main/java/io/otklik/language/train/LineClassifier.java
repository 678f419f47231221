package io.otklik.language.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.language.MessageReader;
import io.otklik.language.ThreadDecider;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.routing.RoutingTable;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Decides on messages that come one a line, threads mixed, as job {@code appeals} does: within what
 * is decided at once, each thread is heard in the order in which it was written, whatever the order
 * of the lines. Reads {@code Message} records and the lines of a labelled wall, whose label it does
 * not look at.
 *
 * <p>Threads are remembered, so that lines that come later are decided with them as their context;
 * what was decided before stays. When many messages are remembered, the threads that were not met
 * for longest are forgotten.
 */
public final class LineClassifier {

    /** The field that a line gets. */
    public static final String DECISION = "decision";

    private static final int MOST_REMEMBERED = 30_000;

    private final MessageReader reader;
    private final AnswerReader answers;
    private final RoutingTable routing;
    private final ZoneId zone;
    private final Map<String, ClassifiedThread> threads = new LinkedHashMap<>(1024, 0.75f, true);
    private int remembered;

    /**
     * @param zone of pages whose lines name none
     */
    public LineClassifier(
            MessageReader reader, AnswerReader answers, RoutingTable routing, ZoneId zone) {
        this.routing = routing;
        this.reader = reader;
        this.answers = answers;
        this.zone = zone;
    }

    /**
     * Adds the object {@code decision} to each line that is a message; {@code null} to a deletion,
     * which says nothing, and to what is no message.
     *
     * @param refused is told what is no message, and what it lacks
     */
    public void decide(List<ObjectNode> lines, BiConsumer<ObjectNode, String> refused) {
        Set<ClassifiedThread> met = new LinkedHashSet<>();
        for (ObjectNode line : lines) {
            line.putNull(DECISION);
            if ("DELETED".equals(line.path("change").asText())) {
                continue;
            }
            try {
                ClassifiedLine message = new ClassifiedLine(line, zone);
                ClassifiedThread thread = thread(line);
                remembered -= thread.size();
                thread.add(message);
                remembered += thread.size();
                met.add(thread);
            } catch (IllegalArgumentException e) {
                refused.accept(line, e.getMessage());
            }
        }
        for (ClassifiedThread thread : met) {
            thread.decide((line, decision) -> line.set(DECISION, json(decision, line)));
        }
        forget();
    }

    private ClassifiedThread thread(ObjectNode line) {
        String page = line.path("communityId").asText(null);
        return threads.computeIfAbsent(
                WallFile.threadId(line),
                id ->
                        new ClassifiedThread(
                                () -> new ThreadDecider(id, page, reader, answers, routing)));
    }

    private void forget() {
        var eldest = threads.values().iterator();
        while (remembered > MOST_REMEMBERED && eldest.hasNext()) {
            remembered -= eldest.next().size();
            eldest.remove();
        }
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
