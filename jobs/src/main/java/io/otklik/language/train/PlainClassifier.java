package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.ReadText;
import io.otklik.language.TextReader;
import io.otklik.language.model.FeatureType;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindModel.Block;
import io.otklik.language.model.KindWeights;
import io.otklik.language.model.TextFeatures;
import io.otklik.language.rules.RuleBook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The plain baseline: logistic regression over words and letter groups of the message alone,
 * threshold one half. It knows no more than whether an answer is needed.
 */
final class PlainClassifier implements Classifier {

    private final TextReader reader;
    private final KindWeights weights;

    private PlainClassifier(TextReader reader, KindWeights weights) {
        this.reader = reader;
        this.weights = weights;
    }

    static PlainClassifier train(List<LabelledThread> threads, RuleBook rules) {
        TextReader reader = new TextReader(rules);
        List<KindExample> examples = new ArrayList<>();
        for (LabelledThread thread : threads) {
            for (LabelledMessage message : thread.messages()) {
                if (message.label() != null && !message.post()) {
                    examples.add(example(reader, message));
                }
            }
        }
        return new PlainClassifier(reader, new KindTrainer(1, 2).train(examples, KindModel.NEEDS));
    }

    @Override
    public void judge(LabelledThread thread, Consumer<Judged> verdicts) {
        for (LabelledMessage message : thread.messages()) {
            if (message.label() == null || message.post()) {
                continue;
            }
            double score = example(reader, message).score(weights, KindModel.NEEDS);
            double needsAnswer = 1 / (1 + Math.exp(-score));
            boolean official = message.author() == AuthorRole.OFFICIAL;
            Kind kind = needsAnswer >= 0.5 ? Kind.APPEAL : Kind.CHAT;
            verdicts.accept(
                    new Judged(
                            thread.id(),
                            message.id(),
                            message.text(),
                            message.label().kind(),
                            official ? Kind.OFFICIAL : kind,
                            official ? 0 : needsAnswer));
        }
    }

    private static KindExample example(TextReader reader, LabelledMessage message) {
        ReadText read = reader.read(message.text());
        KindExample example =
                new KindExample(message.id(), message.label().kind(), message.author());
        TextFeatures.ofMessage(
                read,
                reader.rules(),
                (type, hash, value, token) -> {
                    if (type == FeatureType.STEM || type == FeatureType.LETTERS) {
                        example.add(Block.OWN, hash, value);
                    }
                });
        return example;
    }
}
