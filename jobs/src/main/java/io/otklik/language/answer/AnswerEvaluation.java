package io.otklik.language.answer;

import io.otklik.language.AnswerKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well kinds of answers and the answered messages are told on labelled threads that training
 * did not see.
 *
 * @param confusion official messages by labelled and by found kind
 * @param missed official messages that were taken for residents'
 * @param matched official messages of which the answered one is labelled and was found
 * @param labelled official messages of which the answered one is labelled
 */
public record AnswerEvaluation(int[][] confusion, int missed, int matched, int labelled) {

    /** Cross-validates: thread i is tested by a model of the threads outside fold i mod folds. */
    public static AnswerEvaluation crossValidate(
            List<AnswerThread> threads, List<AnswerExample> more, int folds) {
        AnswerEvaluation sum = none();
        for (int fold = 0; fold < folds; fold++) {
            List<AnswerThread> train = new ArrayList<>();
            List<AnswerThread> test = new ArrayList<>();
            for (int i = 0; i < threads.size(); i++) {
                (i % folds == fold ? test : train).add(threads.get(i));
            }
            sum = sum.plus(test(new AnswerReader(AnswerTrainer.train(train, more)), test));
        }
        return sum;
    }

    /** Tests a reader; what it finds a message to be is the context of later ones. */
    public static AnswerEvaluation test(AnswerReader reader, List<AnswerThread> threads) {
        AnswerEvaluation figures = none();
        for (AnswerThread thread : threads) {
            figures = figures.plus(test(reader, thread));
        }
        return figures;
    }

    private static AnswerEvaluation test(AnswerReader reader, AnswerThread thread) {
        int[][] confusion = new int[AnswerModel.KINDS.length][AnswerModel.KINDS.length];
        int missed = 0;
        int matched = 0;
        int labelled = 0;
        AnswerTargets targets = new AnswerTargets(thread.id());
        for (AnswerThread.Message message : thread.messages()) {
            boolean names = message.kind() != AnswerKind.OTHER && message.answersTo() != null;
            if (!message.official()) {
                missed += message.kind() == null ? 0 : 1;
                labelled += message.kind() != null && names ? 1 : 0;
                targets.resident(message.line(), message.needsAnswer());
                continue;
            }
            AnswerMatch match = targets.match(message.line());
            AnswerKind found =
                    reader.decide(reader.read(message.text(), message.published()), match.context())
                            .kind();
            List<String> ids = found == AnswerKind.OTHER ? List.of() : match.ids();
            targets.give(message.line(), ids);
            if (message.kind() == null) {
                continue;
            }
            confusion[message.kind().ordinal()][found.ordinal()]++;
            if (names) {
                labelled++;
                matched += !ids.isEmpty() && ids.get(0).equals(message.answersTo()) ? 1 : 0;
            }
        }
        return new AnswerEvaluation(confusion, missed, matched, labelled);
    }

    /** Share of messages whose kind is right. */
    public double kindAccuracy() {
        int right = 0;
        int all = missed;
        for (int i = 0; i < confusion.length; i++) {
            right += confusion[i][i];
            for (int count : confusion[i]) {
                all += count;
            }
        }
        return all == 0 ? 0 : right / (double) all;
    }

    /** Share of labelled answers whose message was found. */
    public double matchAccuracy() {
        return labelled == 0 ? 0 : matched / (double) labelled;
    }

    /** F1 of a kind. */
    public double f1(AnswerKind kind) {
        int labelledSo = 0;
        int foundSo = 0;
        for (int i = 0; i < confusion.length; i++) {
            labelledSo += confusion[kind.ordinal()][i];
            foundSo += confusion[i][kind.ordinal()];
        }
        int both = confusion[kind.ordinal()][kind.ordinal()];
        return labelledSo + foundSo == 0 ? 0 : 2.0 * both / (labelledSo + foundSo);
    }

    /** The figures as a table for people. */
    public String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, "kind of answer: accuracy %.3f%n", kindAccuracy()));
        table.append(String.format(Locale.ROOT, "%-8s", "labelled"));
        for (AnswerKind kind : AnswerModel.KINDS) {
            table.append(String.format(Locale.ROOT, "%8s", kind.label()));
        }
        table.append(String.format(Locale.ROOT, "%8s%n", "F1"));
        for (AnswerKind kind : AnswerModel.KINDS) {
            table.append(String.format(Locale.ROOT, "%-8s", kind.label()));
            for (int count : confusion[kind.ordinal()]) {
                table.append(String.format(Locale.ROOT, "%8d", count));
            }
            table.append(String.format(Locale.ROOT, "%8.2f%n", f1(kind)));
        }
        table.append(
                String.format(
                        Locale.ROOT,
                        "message answered: %.3f (%d of %d)%n",
                        matchAccuracy(),
                        matched,
                        labelled));
        if (missed > 0) {
            table.append(String.format(Locale.ROOT, "taken for residents' messages: %d%n", missed));
        }
        return table.toString();
    }

    /** Of nothing that was asked. */
    public static AnswerEvaluation none() {
        int kinds = AnswerModel.KINDS.length;
        return new AnswerEvaluation(new int[kinds][kinds], 0, 0, 0);
    }

    /** The figures of both. */
    public AnswerEvaluation plus(AnswerEvaluation other) {
        int[][] sum = new int[confusion.length][confusion.length];
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                sum[i][j] = confusion[i][j] + other.confusion[i][j];
            }
        }
        return new AnswerEvaluation(
                sum, missed + other.missed, matched + other.matched, labelled + other.labelled);
    }
}
