package io.otklik.language.train;

import io.otklik.language.TextReader;
import io.otklik.language.model.Calibration;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindWeights;
import io.otklik.language.rules.RuleBook;

import java.util.ArrayList;
import java.util.List;

/**
 * From labelled threads to a calibrated {@link KindModel}: the probabilities and the threshold are
 * fitted on parts of the threads that the weights were not trained on; then the weights are trained
 * on all of them.
 */
public final class KindTraining {

    private static final int PARTS = 3;
    private static final long SEED = 20_260_101;
    private static final double COST = 1;
    private static final int RAREST = 2;

    private final TextReader reader;
    private final KindTrainer trainer = new KindTrainer(COST, RAREST);

    public KindTraining(RuleBook rules) {
        this.reader = new TextReader(rules);
    }

    /**
     * Trains on {@code threads}; {@code extra} threads (a written corpus) are learned from too, but
     * the calibration looks at {@code threads} alone, for only they are what people really write.
     */
    public KindModel train(List<LabelledThread> threads, List<LabelledThread> extra) {
        List<List<LabelledThread>> parts = ThreadFolds.split(threads, PARTS, SEED);
        List<List<KindExample>> examples = new ArrayList<>();
        for (List<LabelledThread> part : parts) {
            examples.add(examples(part));
        }
        List<KindExample> written = examples(extra);
        Calibration calibration = calibrate(examples, written);
        List<KindExample> all = new ArrayList<>(written);
        examples.forEach(all::addAll);
        return trainer.train(all, 0, KindModel.OUTPUTS).round(calibration);
    }

    private Calibration calibrate(List<List<KindExample>> parts, List<KindExample> written) {
        List<CalibrationFit.HeldOut> heldOut = new ArrayList<>();
        for (int out = 0; out < parts.size(); out++) {
            List<KindExample> rest = new ArrayList<>(written);
            for (int i = 0; i < parts.size(); i++) {
                if (i != out) {
                    rest.addAll(parts.get(i));
                }
            }
            KindWeights weights = trainer.train(rest, KindModel.NEEDS, KindModel.OUTPUTS);
            for (KindExample example : parts.get(out)) {
                heldOut.add(
                        new CalibrationFit.HeldOut(
                                example.score(weights, KindModel.NEEDS),
                                example.kind.needsAnswer()));
            }
        }
        return CalibrationFit.fit(heldOut);
    }

    private List<KindExample> examples(List<LabelledThread> threads) {
        KindExamples examples = new KindExamples(reader);
        threads.forEach(examples::add);
        return examples.examples();
    }
}
