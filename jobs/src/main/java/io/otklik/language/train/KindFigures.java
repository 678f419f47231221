package io.otklik.language.train;

import io.otklik.language.Kind;
import io.otklik.schemas.Urgency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * How well the kinds of a set of messages were found.
 *
 * @param needsAnswer of the question «appeal or follow-up?»
 * @param f1Low the 2.5 % quantile of its F1 over bootstrap samples of threads
 * @param f1High the 97.5 % quantile
 * @param accuracy share of messages whose kind was found
 * @param calibrationError expected calibration error of {@code needsAnswer}, ten equal bins
 * @param urgent of the question «urgent?» where an urgency was labelled
 * @param byKind of each kind
 * @param f1OfKind of each kind the 2.5 % and 97.5 % quantiles of its F1 over the same samples
 * @param confusion rows: what it is; columns: what it was found to be; in the order of {@link Kind}
 * @param worst mistakes about the need of an answer that the model was surest of
 */
public record KindFigures(
        int messages,
        Ratio needsAnswer,
        double f1Low,
        double f1High,
        double accuracy,
        double calibrationError,
        Ratio urgent,
        Map<String, Ratio> byKind,
        Map<String, Interval> f1OfKind,
        int[][] confusion,
        List<Mistake> worst) {

    private static final int SAMPLES = 1_000;
    private static final int BINS = 10;
    private static final int MOST_MISTAKES = 20;
    private static final Kind[] KINDS = Kind.values();

    /** Each kind, and «needs an answer». */
    private static final int QUESTIONS = KINDS.length + 1;

    /** Hits, false alarms and misses. */
    private static final int ANSWERS = 3;

    /** Of samples: 95 % lie in it. */
    public record Interval(double low, double high) {

        static Interval of(double[] sorted) {
            return new Interval(
                    sorted[(int) (sorted.length * 0.025)], sorted[(int) (sorted.length * 0.975)]);
        }
    }

    /**
     * A message that was found to be something else.
     *
     * @param text null unless asked for
     */
    public record Mistake(String id, String truth, String found, double needsAnswer, String text) {}

    static KindFigures of(List<Judged> judged, boolean showText, long seed) {
        int[][] confusion = new int[KINDS.length][KINDS.length];
        int right = 0;
        for (Judged one : judged) {
            confusion[one.truth().ordinal()][one.found().ordinal()]++;
            right += one.truth() == one.found() ? 1 : 0;
        }
        Interval[] f1 = bootstrap(judged, seed);
        return new KindFigures(
                judged.size(),
                ratio(judged, one -> one.truth().needsAnswer(), one -> one.found().needsAnswer()),
                f1[KINDS.length].low,
                f1[KINDS.length].high,
                judged.isEmpty() ? 0 : (double) right / judged.size(),
                calibrationError(judged),
                ratio(
                        judged.stream().filter(one -> one.urgency() != null).toList(),
                        one -> one.urgency() == Urgency.HIGH,
                        one -> one.foundUrgency() == Urgency.HIGH),
                byKind(confusion),
                byKind(f1),
                confusion,
                worst(judged, showText));
    }

    private static Ratio ratio(
            List<Judged> judged, Predicate<Judged> truth, Predicate<Judged> verdict) {
        int hits = 0;
        int falseAlarms = 0;
        int misses = 0;
        for (Judged one : judged) {
            boolean is = truth.test(one);
            boolean found = verdict.test(one);
            hits += is && found ? 1 : 0;
            falseAlarms += !is && found ? 1 : 0;
            misses += is && !found ? 1 : 0;
        }
        return new Ratio(hits, falseAlarms, misses);
    }

    /** Of each kind the interval of its F1; behind them that of «needs an answer». */
    private static Interval[] bootstrap(List<Judged> judged, long seed) {
        Map<String, int[]> byThread = new LinkedHashMap<>();
        for (Judged one : judged) {
            int[] counts =
                    byThread.computeIfAbsent(one.threadId(), id -> new int[QUESTIONS * ANSWERS]);
            for (int question = 0; question < KINDS.length; question++) {
                Kind kind = KINDS[question];
                count(counts, question, one.truth() == kind, one.found() == kind);
            }
            boolean is = one.truth().needsAnswer();
            count(counts, KINDS.length, is, one.found().needsAnswer());
        }
        List<int[]> threads = new ArrayList<>(byThread.values());
        Random random = new Random(seed);
        double[][] f1 = new double[QUESTIONS][SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            int[] sum = new int[QUESTIONS * ANSWERS];
            for (int i = 0; i < threads.size(); i++) {
                int[] counts = threads.get(random.nextInt(threads.size()));
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += counts[j];
                }
            }
            for (int q = 0; q < QUESTIONS; q++) {
                int at = q * ANSWERS;
                f1[q][sample] = new Ratio(sum[at], sum[at + 1], sum[at + 2]).f1();
            }
        }
        return Arrays.stream(f1).peek(Arrays::sort).map(Interval::of).toArray(Interval[]::new);
    }

    private static void count(int[] counts, int question, boolean is, boolean found) {
        if (is || found) {
            counts[question * ANSWERS + (is && found ? 0 : found ? 1 : 2)]++;
        }
    }

    private static Map<String, Interval> byKind(Interval[] f1) {
        Map<String, Interval> byKind = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            byKind.put(kind.label(), f1[kind.ordinal()]);
        }
        return byKind;
    }

    private static double calibrationError(List<Judged> judged) {
        double[] said = new double[BINS];
        int[] was = new int[BINS];
        for (Judged one : judged) {
            int bin = Math.min(BINS - 1, (int) (one.needsAnswer() * BINS));
            said[bin] += one.needsAnswer();
            was[bin] += one.truth().needsAnswer() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(said[bin] - was[bin]);
        }
        return judged.isEmpty() ? 0 : error / judged.size();
    }

    private static Map<String, Ratio> byKind(int[][] confusion) {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            int k = kind.ordinal();
            int is = 0;
            int found = 0;
            for (int other = 0; other < KINDS.length; other++) {
                is += confusion[k][other];
                found += confusion[other][k];
            }
            int hits = confusion[k][k];
            ratios.put(kind.label(), new Ratio(hits, found - hits, is - hits));
        }
        return ratios;
    }

    private static List<Mistake> worst(List<Judged> judged, boolean showText) {
        return judged.stream()
                .filter(one -> one.truth().needsAnswer() != one.found().needsAnswer())
                .sorted(Comparator.comparingDouble(one -> -Math.abs(one.needsAnswer() - 0.5)))
                .limit(MOST_MISTAKES)
                .map(
                        one ->
                                new Mistake(
                                        one.id(),
                                        one.truth().label(),
                                        one.found().label(),
                                        one.needsAnswer(),
                                        showText ? one.text() : null))
                .toList();
    }
}
