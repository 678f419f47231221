package io.otklik.language.answer;

import io.otklik.language.AnswerKind;
import io.otklik.language.Later;
import io.otklik.language.text.Seen;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads official messages: kind of answer, promise, redirect, outcome. Immutable; one instance
 * serves a task and may be shared by threads.
 */
public final class AnswerReader {

    private static final String BUNDLED = "/models/answer.bin.gz";

    private final AnswerModel model;

    public AnswerReader(AnswerModel model) {
        this.model = model;
    }

    /** With the model that comes with the jobs. */
    public static AnswerReader bundled() {
        try (InputStream in = AnswerReader.class.getResourceAsStream(BUNDLED)) {
            return new AnswerReader(
                    AnswerModel.read(
                            new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What an official message says by itself; the costly half of a decision.
     *
     * @param published day of the message where the page is; null if unknown: then no promise is
     *     found
     */
    public AnswerReading read(String written, LocalDate published) {
        String text = Seen.of(written);
        AnswerText clean = AnswerText.of(text);
        List<AnswerCue> cues = AnswerCue.speaking(clean);
        Promise named = published == null ? null : PromisedDates.named(text, published);
        Promise promise = named != null && named.sure() ? named : null;
        Redirects redirects = Redirects.of(text);
        String redirect = redirects.sentTo();
        float[] scores = model.score(AnswerFeatures.places(clean, cues, promise != null));
        AnswerGuards.apply(scores, clean, cues, named, cuesFrom(text, promise, cues));
        return new AnswerReading(
                scores,
                named == null ? null : named.from(),
                named == null ? null : named.until(),
                redirect,
                redirects.passedTo(),
                OutcomeRules.of(clean, redirect),
                AnswerCheck.bits(clean, cues, promise != null),
                Later.of(() -> TemplateSignature.of(clean)),
                cues.stream().map(AnswerCue::id).toList());
    }

    /**
     * What speaks from the sentence on that promises; nothing where none does.
     *
     * @param whole what speaks in the whole text
     */
    private static List<AnswerCue> cuesFrom(String text, Promise promise, List<AnswerCue> whole) {
        if (promise == null) {
            return List.of();
        }
        return promise.sentence() == 0
                ? whole
                : AnswerCue.speaking(AnswerText.of(text.substring(promise.sentence())));
    }

    /** What an official message is, given what its text says and what it stands under; cheap. */
    public AnswerDecision decide(AnswerReading reading, AnswerContext context) {
        AnswerKind[] kinds = AnswerModel.KINDS;
        double[] odds = new double[kinds.length];
        double sum = 0;
        int best = 0;
        for (int i = 0; i < kinds.length; i++) {
            double score = reading.scores()[i] + model.weight(kinds[i], context);
            odds[i] = 1 / (1 + Math.exp(-score));
            sum += odds[i];
            best = odds[i] > odds[best] ? i : best;
        }
        AnswerKind kind = kinds[best];
        boolean promises = kind == AnswerKind.INTERIM || kind == AnswerKind.ACK;
        boolean ends = kind == AnswerKind.FINAL;
        return new AnswerDecision(
                kind,
                odds[best] / sum,
                promises ? reading.promisedFrom() : null,
                promises ? reading.promisedUntil() : null,
                ends ? reading.redirect() : null,
                ends ? reading.outcome() : null,
                AnswerCheck.ofBits(reading.checks()),
                reading.reasons());
    }
}
