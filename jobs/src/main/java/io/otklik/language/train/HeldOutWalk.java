package io.otklik.language.train;

import io.otklik.language.AuthorRole;
import io.otklik.language.Decision;
import io.otklik.language.Kind;
import io.otklik.language.MessageReader;
import io.otklik.language.ThreadReader;
import io.otklik.language.model.Calibration;
import io.otklik.language.model.KindModel;
import io.otklik.language.rules.RuleBook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What models say of threads that they have not seen, message after message as in use: what each
 * message was found to be (asking, official, or neither) and, from the scores, a calibration.
 */
final class HeldOutWalk {

    /** Probability as the score tells it; the threshold is about where calibrations put it. */
    static final Calibration UNCALIBRATED = new Calibration(0, 1, 0.4);

    private static final double SUREST = 1e-6;

    private final RuleBook rules;
    private final Map<String, Kind> found = new HashMap<>();
    private final List<CalibrationFit.HeldOut> real = new ArrayList<>();
    private final List<CalibrationFit.HeldOut> written = new ArrayList<>();

    HeldOutWalk(RuleBook rules) {
        this.rules = rules;
    }

    /** Asks a model about threads that it has not seen. */
    void ask(KindModel model, List<LabelledThread> realOnes, List<LabelledThread> writtenOnes) {
        MessageReader reader = new MessageReader(rules, model, "held out");
        realOnes.forEach(thread -> walk(reader, thread, real));
        writtenOnes.forEach(thread -> walk(reader, thread, written));
    }

    private void walk(
            MessageReader reader, LabelledThread thread, List<CalibrationFit.HeldOut> heldOut) {
        ThreadReader walk = new ThreadReader(reader);
        for (LabelledMessage message : thread.messages()) {
            Decision decision =
                    walk.next(KindExamples.threadMessage(message, reader.read(message.text())));
            found.put(KindExamples.key(thread, message), decision.kind());
            boolean asked = message.label() != null && !message.post();
            if (asked && message.author() != AuthorRole.OFFICIAL) {
                heldOut.add(
                        new CalibrationFit.HeldOut(
                                score(decision.needsAnswer()),
                                message.label().kind().needsAnswer()));
            }
        }
    }

    private static double score(double probability) {
        double bounded = Math.max(SUREST, Math.min(1 - SUREST, probability));
        return Math.log(bounded / (1 - bounded));
    }

    /** What each message was found to be, by {@link KindExamples#key}. */
    Map<String, Kind> found() {
        return found;
    }

    Calibration calibration() {
        return CalibrationFit.fit(real, written);
    }
}
