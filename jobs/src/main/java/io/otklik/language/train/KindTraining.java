package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.TextReader;
import io.otklik.language.model.Calibration;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindWeights;
import io.otklik.language.rules.RuleBook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
     * Trains on {@code threads}; {@code extra} threads (a written corpus) are learned from too, and
     * the threshold suits them as well, for they stand for walls that nobody has seen. The
     * probabilities are fitted on {@code threads} alone: only they are what people really write.
     */
    public KindModel train(List<LabelledThread> threads, List<LabelledThread> extra) {
        List<Part> parts = parts(threads);
        List<Part> extraParts = parts(extra);
        Calibration calibration = calibrate(parts, extraParts);
        List<KindExample> all = new ArrayList<>();
        extraParts.forEach(part -> all.addAll(part.written));
        parts.forEach(part -> all.addAll(part.written));
        parts.forEach(part -> all.addAll(part.careless));
        return trainer.train(all, 0, KindModel.OUTPUTS).round(calibration);
    }

    private Calibration calibrate(List<Part> parts, List<Part> extraParts) {
        List<CalibrationFit.HeldOut> heldOut = new ArrayList<>();
        List<CalibrationFit.HeldOut> heldOutExtra = new ArrayList<>();
        for (int out = 0; out < PARTS; out++) {
            List<KindExample> rest = new ArrayList<>();
            for (int i = 0; i < PARTS; i++) {
                if (i != out) {
                    rest.addAll(extraParts.get(i).written);
                    rest.addAll(parts.get(i).written);
                    rest.addAll(parts.get(i).careless);
                }
            }
            KindWeights weights = trainer.train(rest, KindModel.NEEDS, KindModel.OUTPUTS);
            ask(weights, parts.get(out), heldOut);
            ask(weights, extraParts.get(out), heldOutExtra);
        }
        return CalibrationFit.fit(heldOut, heldOutExtra);
    }

    private static void ask(KindWeights weights, Part part, List<CalibrationFit.HeldOut> heldOut) {
        for (KindExample example : part.written) {
            if (example.author != AuthorRole.OFFICIAL) {
                heldOut.add(
                        new CalibrationFit.HeldOut(
                                example.score(weights, KindModel.NEEDS),
                                example.kind.needsAnswer()));
            }
        }
    }

    private List<Part> parts(List<LabelledThread> threads) {
        List<Part> parts = new ArrayList<>();
        for (List<LabelledThread> part : ThreadFolds.split(threads, PARTS, SEED)) {
            parts.add(new Part(examples(part), carelessExamples(part)));
        }
        return parts;
    }

    /** Examples as they were written, and careless copies of some of them. */
    private record Part(List<KindExample> written, List<KindExample> careless) {}

    private List<KindExample> carelessExamples(List<LabelledThread> threads) {
        Random random = new Random(SEED);
        KindExamples examples = new KindExamples(reader);
        for (LabelledThread thread : threads) {
            examples.addChanged(CarelessCopies.of(thread, random), thread);
        }
        return examples.examples();
    }

    private List<KindExample> examples(List<LabelledThread> threads) {
        KindExamples examples = new KindExamples(reader);
        threads.forEach(examples::add);
        return examples.examples();
    }
}
