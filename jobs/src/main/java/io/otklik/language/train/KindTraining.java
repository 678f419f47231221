package io.otklik.language.train;

import io.otklik.language.Kind;
import io.otklik.language.TextReader;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindWeights;
import io.otklik.language.rules.RuleBook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * From labelled threads to a calibrated {@link KindModel}, in three rounds. The first finds, part
 * by part, what a model that has not seen a thread takes its messages for: from then on, what
 * stands around a message in training is what will stand around it in use. The second fits
 * probabilities and threshold on parts that the weights were not trained on; the third trains the
 * weights on all.
 */
public final class KindTraining {

    private static final int PARTS = 3;
    private static final long SEED = 20_260_101;
    private static final double COST = 0.5;
    private static final int RAREST = 2;

    private static final int[] ALL_OUTPUTS = IntStream.range(0, KindModel.OUTPUTS).toArray();

    private final TextReader reader;
    private final KindTrainer trainer = new KindTrainer(COST, RAREST);

    public KindTraining(RuleBook rules) {
        this.reader = new TextReader(rules);
    }

    /**
     * Trains on {@code threads}; {@code extra} threads (a written corpus) are learned from too, and
     * the threshold suits them as well, for they stand for walls that nobody has seen. The
     * probabilities are fitted on {@code threads} alone: only they are what people really write.
     * Files that show one side only ({@link OneSided}) are learned from and fitted to nothing.
     *
     * @throws IllegalArgumentException if no message needs an answer, or all do
     */
    public KindModel train(List<LabelledThread> threads, List<LabelledThread> extra) {
        OneSided sides = OneSided.of(threads, extra);
        List<List<LabelledThread>> real = ThreadFolds.split(sides.bothSides(), PARTS, SEED);
        List<List<LabelledThread>> written = ThreadFolds.split(extra, PARTS, SEED);
        KindExamples learnedOnly = new KindExamples(reader, Map.of());
        sides.oneSide().forEach(learnedOnly::add);
        HeldOutWalk first = walk(real, written, Map.of(), learnedOnly.examples());
        HeldOutWalk second = walk(real, written, first.found(), learnedOnly.examples());
        List<KindExample> all = new ArrayList<>(learnedOnly.examples());
        for (Part part : parts(real, written, first.found())) {
            all.addAll(part.examples);
        }
        return trainer.train(all, ALL_OUTPUTS).round(second.calibration());
    }

    /** Each part asked by a model trained on the others. */
    private HeldOutWalk walk(
            List<List<LabelledThread>> real,
            List<List<LabelledThread>> written,
            Map<String, Kind> found,
            List<KindExample> learnedOnly) {
        List<Part> parts = parts(real, written, found);
        HeldOutWalk walk = new HeldOutWalk(reader);
        for (int out = 0; out < PARTS; out++) {
            List<KindExample> rest = new ArrayList<>(learnedOnly);
            for (int i = 0; i < PARTS; i++) {
                if (i != out) {
                    rest.addAll(parts.get(i).examples);
                }
            }
            KindWeights weights = trainer.train(rest, Kind.OFFICIAL.ordinal(), KindModel.NEEDS);
            walk.ask(weights, real.get(out), written.get(out));
        }
        return walk;
    }

    /** Examples of a part: as they were written, and careless copies of the real ones. */
    private record Part(List<KindExample> examples) {}

    private List<Part> parts(
            List<List<LabelledThread>> real,
            List<List<LabelledThread>> written,
            Map<String, Kind> found) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            KindExamples examples = new KindExamples(reader, found);
            written.get(i).forEach(examples::add);
            real.get(i).forEach(examples::add);
            Random random = new Random(SEED);
            for (LabelledThread thread : real.get(i)) {
                examples.addChanged(CarelessCopies.of(thread, random), thread);
            }
            parts.add(new Part(examples.examples()));
        }
        return parts;
    }
}
