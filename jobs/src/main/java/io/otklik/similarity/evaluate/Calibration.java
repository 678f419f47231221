package io.otklik.similarity.evaluate;

import io.otklik.language.text.Tokenizer;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.StoryFacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which probability the sum of a story's weights is, by labelled stories: fitted on one half of
 * them, judged by the other.
 *
 * @param slope and offset: what {@code calibration} of the book of signals should say
 * @param stories how many it was judged by
 * @param brier mean square of the difference between probability and truth, among those
 * @param uncalibrated the same without slope and offset
 * @param precision share of false stories among those from the book's threshold on
 * @param recall share of the false stories that are
 */
public record Calibration(
        double slope,
        double offset,
        int stories,
        double brier,
        double uncalibrated,
        double precision,
        double recall) {

    private static final int ROUNDS = 50;

    /**
     * A labelled story.
     *
     * @param isFalse whether it should be checked
     * @param pages on which its copies stand
     */
    public record Labelled(boolean isFalse, int copies, int pages, String text) {}

    /**
     * Reads lines {@code false;copies;pages;text} behind a head.
     *
     * @throws IOException if the file cannot be read
     */
    public static List<Labelled> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(";", 4))
                .map(
                        part ->
                                new Labelled(
                                        part[0].equals("1"),
                                        Integer.parseInt(part[1]),
                                        Integer.parseInt(part[2]),
                                        part[3]))
                .toList();
    }

    /** Fits on the stories with even numbers and judges by those with odd ones. */
    public static Calibration of(SignalBook book, List<Labelled> stories) {
        List<double[]> known = new ArrayList<>();
        List<double[]> judged = new ArrayList<>();
        Tokenizer tokenizer = new Tokenizer();
        for (int i = 0; i < stories.size(); i++) {
            Labelled story = stories.get(i);
            double[] one = {sum(book, tokenizer, story), story.isFalse() ? 1 : 0};
            (i % 2 == 0 ? known : judged).add(one);
        }
        double[] line = fit(known);
        double brier = 0;
        double uncalibrated = 0;
        int suspected = 0;
        int right = 0;
        int all = 0;
        for (double[] one : judged) {
            double probability = logistic(line[0] * one[0] + line[1]);
            brier += square(probability - one[1]) / judged.size();
            uncalibrated += square(logistic(one[0]) - one[1]) / judged.size();
            all += (int) one[1];
            if (probability >= book.threshold()) {
                suspected++;
                right += (int) one[1];
            }
        }
        return new Calibration(
                line[0],
                line[1],
                judged.size(),
                brier,
                uncalibrated,
                suspected == 0 ? 0 : (double) right / suspected,
                (double) right / all);
    }

    private static double sum(SignalBook book, Tokenizer tokenizer, Labelled story) {
        long signals = book.read(tokenizer.read(story.text()).plainWords());
        boolean grows =
                story.copies() >= book.spread().copies() && story.pages() >= book.spread().pages();
        return book.sum(
                new StoryFacts(
                        signals,
                        story.copies(),
                        story.pages(),
                        story.copies(),
                        grows,
                        1,
                        false,
                        0,
                        0,
                        0,
                        false,
                        false));
    }

    /**
     * The line of the greatest likelihood, by Newton's method; the truth is taken as nearly one and
     * nearly nought, so that a few stories which a line parts do not make it infinitely steep
     * (Platt).
     */
    private static double[] fit(List<double[]> known) {
        double ones = known.stream().mapToDouble(one -> one[1]).sum();
        double high = (ones + 1) / (ones + 2);
        double low = 1 / (known.size() - ones + 2);
        double slope = 0;
        double offset = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double bySlope = 0;
            double byOffset = 0;
            double twice = 1e-9;
            double mixed = 0;
            double once = 1e-9;
            for (double[] one : known) {
                double probability = logistic(slope * one[0] + offset);
                double missing = (one[1] == 1 ? high : low) - probability;
                double certainty = probability * (1 - probability);
                bySlope += missing * one[0];
                byOffset += missing;
                twice += certainty * one[0] * one[0];
                mixed += certainty * one[0];
                once += certainty;
            }
            double determinant = twice * once - mixed * mixed;
            slope += (once * bySlope - mixed * byOffset) / determinant;
            offset += (twice * byOffset - mixed * bySlope) / determinant;
        }
        return new double[] {slope, offset};
    }

    private static double logistic(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }

    private static double square(double value) {
        return value * value;
    }
}
