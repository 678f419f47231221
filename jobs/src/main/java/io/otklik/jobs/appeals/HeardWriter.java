package io.otklik.jobs.appeals;

import io.otklik.jobs.runtime.StateWriter;
import io.otklik.language.AnswerKind;
import io.otklik.language.Decision;
import io.otklik.language.GroupScore;
import io.otklik.language.Kind;
import io.otklik.schemas.Outcome;
import io.otklik.schemas.Urgency;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a message was heard to be into state. Of a decision it writes what is decided on a
 * resident's text in its thread: who owes the answer and what an official message answers stand
 * elsewhere. The texts are the message's.
 */
final class HeardWriter {

    private static final Kind[] KINDS = Kind.values();
    private static final Urgency[] URGENCIES = Urgency.values();
    private static final AnswerKind[] ANSWER_KINDS = AnswerKind.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private HeardWriter() {}

    static void write(Heard heard, DataOutputView out) throws IOException {
        StateWriter.writeText(heard == null ? null : heard.by(), out);
        if (heard == null) {
            return;
        }
        StateWriter.writeText(heard.modelVersion(), out);
        StateWriter.writeVarint(heard.decisions().size(), out);
        for (Decision decision : heard.decisions()) {
            write(decision, out);
        }
        out.writeBoolean(heard.likeOfficial());
        StateWriter.writeTexts(heard.answers(), out);
        out.writeLong(heard.surroundings());
        StateWriter.writeVarint(heard.replies().size(), out);
        for (Reply reply : heard.replies()) {
            write(reply, out);
        }
    }

    /**
     * @param versions of the same message
     * @param tellsLikeOfficial whether it was written with that
     * @param tellsSurroundings whether it was written with those
     */
    static Heard read(
            List<MessageVersion> versions,
            boolean tellsLikeOfficial,
            boolean tellsSurroundings,
            DataInputView in)
            throws IOException {
        String by = StateWriter.readText(in);
        if (by == null) {
            return null;
        }
        String model = StateWriter.readText(in);
        int size = (int) StateWriter.readVarint(in);
        List<Decision> decisions = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            decisions.add(readDecision(model, in));
        }
        boolean likeOfficial = tellsLikeOfficial && in.readBoolean();
        List<String> answers = StateWriter.readTexts(in);
        long surroundings = tellsSurroundings ? in.readLong() : 0;
        size = (int) StateWriter.readVarint(in);
        List<Reply> replies = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            replies.add(readReply(versions.get(i).text(), in));
        }
        return new Heard(by, model, decisions, likeOfficial, answers, surroundings, replies);
    }

    private static void write(Decision decision, DataOutputView out) throws IOException {
        StateWriter.writeEnum(decision == null ? null : decision.kind(), out);
        if (decision == null) {
            return;
        }
        out.writeDouble(decision.needsAnswer());
        StateWriter.writeVarint(decision.groups().size(), out);
        for (GroupScore group : decision.groups()) {
            StateWriter.writeText(group.group(), out);
            out.writeDouble(group.score());
        }
        StateWriter.writeText(decision.topic(), out);
        StateWriter.writeEnum(decision.urgency(), out);
        StateWriter.writeText(decision.place(), out);
        StateWriter.writeTexts(decision.reasons(), out);
    }

    private static Decision readDecision(String model, DataInputView in) throws IOException {
        Kind kind = StateWriter.readEnum(KINDS, in);
        if (kind == null) {
            return null;
        }
        double needsAnswer = in.readDouble();
        int size = (int) StateWriter.readVarint(in);
        List<GroupScore> groups = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            groups.add(new GroupScore(StateWriter.readText(in), in.readDouble()));
        }
        return new Decision(
                kind,
                needsAnswer,
                groups,
                StateWriter.readText(in),
                StateWriter.readEnum(URGENCIES, in),
                StateWriter.readText(in),
                null,
                null,
                null,
                null,
                null,
                null,
                StateWriter.readTexts(in),
                model);
    }

    private static void write(Reply reply, DataOutputView out) throws IOException {
        StateWriter.writeEnum(reply == null ? null : reply.kind(), out);
        if (reply == null) {
            return;
        }
        StateWriter.writeEnum(reply.outcome(), out);
        out.writeBoolean(reply.promisedUntil() != null);
        if (reply.promisedUntil() != null) {
            StateWriter.writeTime(reply.promisedUntil(), out);
        }
        StateWriter.writeText(reply.transferredTo(), out);
        out.writeBoolean(reply.template());
        StateWriter.writeText(reply.reason(), out);
    }

    private static Reply readReply(String text, DataInputView in) throws IOException {
        AnswerKind kind = StateWriter.readEnum(ANSWER_KINDS, in);
        if (kind == null) {
            return null;
        }
        return new Reply(
                kind,
                StateWriter.readEnum(OUTCOMES, in),
                in.readBoolean() ? StateWriter.readTime(in) : null,
                StateWriter.readText(in),
                in.readBoolean(),
                StateWriter.readText(in),
                text);
    }
}
