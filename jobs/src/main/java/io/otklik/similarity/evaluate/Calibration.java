package io.otklik.similarity.evaluate;

import io.otklik.language.text.Tokenizer;
import io.otklik.language.train.LogisticLine;
import io.otklik.language.train.Ratio;
import io.otklik.similarity.signal.SignalBook;

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
        LogisticLine line = fit(known);
        double brier = 0;
        double uncalibrated = 0;
        int suspected = 0;
        int right = 0;
        int all = 0;
        for (double[] one : judged) {
            double probability = line.probability(one[0]);
            brier += square(probability - one[1]) / judged.size();
            uncalibrated +=
                    square(LogisticLine.AS_IT_IS.probability(one[0]) - one[1]) / judged.size();
            all += (int) one[1];
            if (probability >= book.threshold()) {
                suspected++;
                right += (int) one[1];
            }
        }
        Ratio figures = new Ratio(right, suspected - right, all - right);
        return new Calibration(
                line.slope(),
                line.bias(),
                judged.size(),
                brier,
                uncalibrated,
                figures.precision(),
                figures.recall());
    }

    private static double sum(SignalBook book, Tokenizer tokenizer, Labelled story) {
        boolean grows =
                story.copies() >= book.spread().copies() && story.pages() >= book.spread().pages();
        return book.sum(
                SuspicionFigures.facts(
                        book, tokenizer, story.text(), story.copies(), story.pages(), grows));
    }

    /**
     * The truth is taken as nearly one and nearly nought, so that a few stories which a line parts
     * do not make it infinitely steep (Platt).
     */
    private static LogisticLine fit(List<double[]> known) {
        double ones = known.stream().mapToDouble(one -> one[1]).sum();
        double high = (ones + 1) / (ones + 2);
        double low = 1 / (known.size() - ones + 2);
        return LogisticLine.fit(
                known.stream().mapToDouble(one -> one[0]).toArray(),
                known.stream().mapToDouble(one -> one[1] == 1 ? high : low).toArray(),
                0);
    }

    private static double square(double value) {
        return value * value;
    }
}
