package io.otklik.language.train;

import io.otklik.language.Decision;
import io.otklik.language.MessageReader;
import io.otklik.language.ThreadReader;

import java.util.function.Consumer;

/** Judges as the running jobs do: message after message, from what it decided on earlier ones. */
final class ModelClassifier implements Classifier {

    private final MessageReader reader;

    ModelClassifier(MessageReader reader) {
        this.reader = reader;
    }

    @Override
    public void judge(LabelledThread thread, Consumer<Judged> verdicts) {
        ThreadReader walk = new ThreadReader(thread.postId(), reader);
        for (LabelledMessage message : thread.messages()) {
            Decision decision =
                    walk.next(KindExamples.threadMessage(message, reader.read(message.text())));
            if (message.label() != null && !message.post()) {
                verdicts.accept(
                        new Judged(
                                thread.id(),
                                message.id(),
                                message.text(),
                                message.label().kind(),
                                decision.kind(),
                                decision.needsAnswer(),
                                message.label().urgency(),
                                decision.urgency()));
            }
        }
    }
}
