package io.otklik.language.train;

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
                    messages.add(message(message));
                }
            }
            answers.add(new AnswerThread(thread.postId(), messages));
        }
        return answers;
    }

    private static AnswerThread.Message message(LabelledMessage message) {
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
                label != null && label.kind().needsAnswer() ? 1 : 0,
                message.isOfficial(),
                label == null ? null : label.answerKind(),
                label == null ? null : label.answersTo());
    }
}
