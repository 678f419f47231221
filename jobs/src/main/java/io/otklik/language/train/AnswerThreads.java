package io.otklik.language.train;

import io.otklik.language.Decision;
import io.otklik.language.Kind;
import io.otklik.language.MessageReader;
import io.otklik.language.ThreadReader;
import io.otklik.language.answer.AnswerThread;
import io.otklik.language.answer.TalkLine;
import io.otklik.language.answer.TalkReading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Labelled threads as the training of answers reads them. */
public final class AnswerThreads {

    private AnswerThreads() {}

    /** The threads, posts left out, with the labelled kinds of official messages. */
    public static List<AnswerThread> of(List<LabelledThread> threads) {
        List<AnswerThread> answers = new ArrayList<>();
        for (LabelledThread thread : threads) {
            List<AnswerThread.Message> messages = new ArrayList<>();
            for (LabelledMessage message : thread.messages()) {
                if (!message.post()) {
                    Label label = message.label();
                    messages.add(
                            message(
                                    message,
                                    label != null && label.kind().needsAnswer() ? 1 : 0,
                                    message.isOfficial()));
                }
            }
            answers.add(new AnswerThread(thread.postId(), messages));
        }
        return answers;
    }

    /** The same, but who is official and who waits for an answer is what a model finds. */
    static List<AnswerThread> decided(List<LabelledThread> threads, MessageReader reader) {
        List<AnswerThread> answers = new ArrayList<>();
        for (LabelledThread thread : threads) {
            ThreadReader walk = new ThreadReader(thread.postId(), reader);
            List<AnswerThread.Message> messages = new ArrayList<>();
            for (LabelledMessage message : thread.messages()) {
                Decision decision =
                        walk.next(KindExamples.threadMessage(message, reader.read(message.text())));
                if (!message.post()) {
                    messages.add(
                            message(
                                    message,
                                    decision.needsAnswer(),
                                    decision.kind() == Kind.OFFICIAL));
                }
            }
            answers.add(new AnswerThread(thread.postId(), messages));
        }
        return answers;
    }

    private static AnswerThread.Message message(
            LabelledMessage message, double needsAnswer, boolean official) {
        Label label = message.label();
        LocalDateTime at = message.at();
        return new AnswerThread.Message(
                new TalkLine(
                        message.id(),
                        message.parentId(),
                        message.replyToAuthorId(),
                        message.authorId(),
                        at == null ? Instant.EPOCH : at.toInstant(ZoneOffset.UTC),
                        TalkReading.of(message.text())),
                message.text(),
                at == null ? null : at.toLocalDate(),
                needsAnswer,
                official,
                label == null ? null : label.answerKind(),
                label == null ? null : label.answersTo());
    }
}
