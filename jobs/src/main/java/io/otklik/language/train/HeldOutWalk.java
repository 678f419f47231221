package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Kind;
import io.otklik.language.TextReader;
import io.otklik.language.model.Calibration;
import io.otklik.language.model.KindModel;
import io.otklik.language.model.KindWeights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What weights say of threads that they were not trained on, message after message as in use: what
 * each message was found to be (asking, official, or neither) and, from the scores, a calibration.
 */
final class HeldOutWalk {

    /** Log-odds from which on a message is taken for asking: about where thresholds come to lie. */
    private static final double ASKING = Math.log(0.4 / 0.6);

    private final KindExamples examples;
    private final Map<String, Kind> found = new HashMap<>();
    private final List<CalibrationFit.HeldOut> real = new ArrayList<>();
    private final List<CalibrationFit.HeldOut> written = new ArrayList<>();

    HeldOutWalk(TextReader reader) {
        this.examples = new KindExamples(reader, Map.of());
    }

    /** Asks weights for official messages and for the need of an answer. */
    void ask(KindWeights weights, List<LabelledThread> realOnes, List<LabelledThread> writtenOnes) {
        realOnes.forEach(thread -> walk(weights, thread, real));
        writtenOnes.forEach(thread -> walk(weights, thread, written));
    }

    private void walk(
            KindWeights weights, LabelledThread thread, List<CalibrationFit.HeldOut> heldOut) {
        examples.walk(
                thread,
                (at, message, example) -> {
                    Kind kind = Kind.OFFICIAL;
                    if (message.author() != AuthorRole.OFFICIAL) {
                        KindExample seen = example.get();
                        double score = seen.score(weights, KindModel.NEEDS);
                        kind = kind(seen, score, weights);
                        if (message.label() != null) {
                            boolean needsAnswer = message.label().kind().needsAnswer();
                            heldOut.add(new CalibrationFit.HeldOut(score, needsAnswer));
                        }
                    }
                    found.put(KindExamples.key(thread, message), kind);
                    return kind;
                });
    }

    /** Of the kinds that are no question, only the official one matters to what stands below. */
    private static Kind kind(KindExample example, double score, KindWeights weights) {
        if (score >= ASKING) {
            return Kind.APPEAL;
        }
        boolean official =
                example.author == AuthorRole.UNKNOWN
                        && example.score(weights, Kind.OFFICIAL.ordinal()) > 0;
        return official ? Kind.OFFICIAL : Kind.CHAT;
    }

    /** What each message was found to be, by {@link KindExamples#key}. */
    Map<String, Kind> found() {
        return found;
    }

    /** Fitted to what people really write; without that, to what was written for training. */
    Calibration calibration() {
        return real.isEmpty()
                ? CalibrationFit.fit(written, List.of())
                : CalibrationFit.fit(real, written);
    }
}
