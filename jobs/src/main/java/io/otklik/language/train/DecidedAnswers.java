package io.otklik.language.train;

import io.otklik.language.MessageReader;
import io.otklik.language.answer.AnswerEvaluation;
import io.otklik.language.answer.AnswerExample;
import io.otklik.language.answer.AnswerReader;
import io.otklik.language.answer.AnswerTrainer;
import io.otklik.language.rules.RuleBook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How well official answers are told in use: who speaks for the page and who waits for an answer is
 * what the model of kinds finds, not what labels say. An official message that is taken for a
 * resident's counts as not told.
 */
public final class DecidedAnswers {

    private final RuleBook rules;
    private final List<LabelledThread> written;
    private final List<AnswerExample> writtenAnswers;
    private final Consumer<String> progress;

    /**
     * @param written corpus that kinds are learned from in every split, and never asked
     * @param writtenAnswers the same for answers
     * @param progress is told what is being done
     */
    public DecidedAnswers(
            RuleBook rules,
            List<LabelledThread> written,
            List<AnswerExample> writtenAnswers,
            Consumer<String> progress) {
        this.rules = rules;
        this.written = written;
        this.writtenAnswers = writtenAnswers;
        this.progress = progress;
    }

    /** Trained models as they are. */
    public static AnswerEvaluation test(
            MessageReader kinds, AnswerReader answers, List<LabelledThread> threads) {
        return AnswerEvaluation.test(answers, AnswerThreads.decided(threads, kinds));
    }

    /**
     * Thread i is asked of models of kinds and answers that were trained on the threads outside
     * part i mod {@code folds}, the parts of {@link AnswerEvaluation#crossValidate}.
     */
    public AnswerEvaluation crossValidate(List<LabelledThread> threads, int folds) {
        AnswerEvaluation sum = AnswerEvaluation.none();
        for (int fold = 0; fold < folds; fold++) {
            progress.accept("part %d of %d".formatted(fold + 1, folds));
            List<LabelledThread> train = new ArrayList<>();
            List<LabelledThread> test = new ArrayList<>();
            for (int i = 0; i < threads.size(); i++) {
                (i % folds == fold ? test : train).add(threads.get(i));
            }
            sum =
                    sum.plus(
                            test(
                                    new MessageReader(
                                            rules,
                                            new KindTraining(rules).train(train, written),
                                            "trial"),
                                    new AnswerReader(
                                            AnswerTrainer.train(
                                                    AnswerThreads.of(train), writtenAnswers)),
                                    test));
        }
        return sum;
    }
}
