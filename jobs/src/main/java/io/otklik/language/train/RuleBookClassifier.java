package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.rules.RuleBook;
import io.otklik.language.rules.RuleDecision;
import io.otklik.language.text.Tokenizer;

import java.util.function.Consumer;

/** The key-word baseline: the rule book alone, which knows no more than appeal or not. */
final class RuleBookClassifier implements Classifier {

    private final RuleBook rules;
    private final Tokenizer tokenizer = new Tokenizer();

    RuleBookClassifier(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public void judge(LabelledThread thread, Consumer<Judged> verdicts) {
        for (LabelledMessage message : thread.messages()) {
            if (message.label() == null || message.post()) {
                continue;
            }
            boolean reply =
                    message.parentId() != null && !message.parentId().equals(thread.postId());
            RuleDecision decision = rules.decide(tokenizer.read(message.text()), reply);
            boolean official = message.author() == AuthorRole.OFFICIAL;
            Kind kind = official ? Kind.OFFICIAL : decision.appeal() ? Kind.APPEAL : Kind.CHAT;
            verdicts.accept(
                    new Judged(
                            thread.id(),
                            message.id(),
                            message.text(),
                            message.label().kind(),
                            kind,
                            kind == Kind.APPEAL ? 1 : 0));
        }
    }
}
