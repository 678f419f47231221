package io.otklik.jobs.appeals;

import io.otklik.language.AnswerKind;
import io.otklik.language.answer.AnswerContext;
import io.otklik.language.answer.AnswerDecision;
import io.otklik.language.answer.AnswerReading;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads what the messages of one thread that speak for the page are to the appeals they answer. */
final class ReplyReader {

    private final Interpreter interpreter;
    private final ZoneId zone;
    private final AnswerTemplates templates;

    /**
     * @param zone of the page, for the days that an answer names
     */
    ReplyReader(Interpreter interpreter, ZoneId zone, AnswerTemplates templates) {
        this.interpreter = interpreter;
        this.zone = zone;
        this.templates = templates;
    }

    /**
     * What each version of a message is, null for a deletion.
     *
     * @param asked ids of the appeals that it answers
     */
    List<Reply> read(TrackedMessage message, AnswerContext context, List<String> asked) {
        List<Reply> replies = new ArrayList<>(message.versions().size());
        for (MessageVersion version : message.versions()) {
            replies.add(version.deleted() ? null : read(message, version, context, asked));
        }
        return replies;
    }

    private Reply read(
            TrackedMessage message,
            MessageVersion version,
            AnswerContext context,
            List<String> asked) {
        AnswerReading reading =
                interpreter.answer(version.text(), version.at().atZone(zone).toLocalDate());
        AnswerDecision decision = interpreter.decide(reading, context);
        // What the centres count as still open is no end of it («Не решено», «Отложено»).
        boolean leavesOpen = decision.outcome() != null && decision.outcome().leavesOpen();
        AnswerKind kind = leavesOpen ? AnswerKind.INTERIM : decision.kind();
        boolean passesOn = kind == AnswerKind.ACK || kind == AnswerKind.INTERIM;
        return new Reply(
                kind,
                decision.outcome(),
                decision.promisedUntil() == null
                        ? null
                        : decision.promisedUntil()
                                .plusDays(1)
                                .atStartOfDay(zone)
                                .toInstant()
                                .minusMillis(1),
                passesOn ? reading.passedTo() : null,
                templates.give(message.messageId(), asked, version.text(), reading.template()),
                String.join(" ", decision.reasons()),
                version.text());
    }
}
