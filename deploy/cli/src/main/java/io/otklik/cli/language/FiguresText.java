package io.otklik.cli.language;

import io.otklik.language.Kind;
import io.otklik.language.train.KindFigures;
import io.otklik.language.train.Ratio;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures for people. */
final class FiguresText {

    private final PrintWriter out;

    FiguresText(PrintWriter out) {
        this.out = out;
    }

    void print(Map<String, KindFigures> figures) {
        line(
                "%-24s %8s %6s %16s %9s %7s %9s %6s",
                "needs an answer",
                "messages",
                "F1",
                "95 % of threads",
                "precision",
                "recall",
                "kind acc.",
                "ECE");
        figures.forEach(this::row);
        KindFigures model = figures.get("model");
        out.println();
        line("%-12s %9s %7s %6s %16s", "kind", "precision", "recall", "F1", "95 % of threads");
        model.byKind().forEach((kind, ratio) -> kind(kind, ratio, model.f1OfKind().get(kind)));
        Ratio urgent = model.urgent();
        line(
                "%-12s %9.3f %7.3f %6.3f   (%d of %d)",
                "urgent",
                urgent.precision(),
                urgent.recall(),
                urgent.f1(),
                urgent.hits(),
                urgent.hits() + urgent.misses());
        out.println();
        confusion(model.confusion());
        if (!model.worst().isEmpty()) {
            out.println();
            out.println("Surest mistakes about the need of an answer:");
            model.worst().forEach(this::mistake);
        }
    }

    private void row(String name, KindFigures figures) {
        Ratio needs = figures.needsAnswer();
        line(
                "%-24s %,8d %6.3f   [%.3f, %.3f] %9.3f %7.3f %9.3f %6.3f",
                name,
                figures.messages(),
                needs.f1(),
                figures.f1Low(),
                figures.f1High(),
                needs.precision(),
                needs.recall(),
                figures.accuracy(),
                figures.calibrationError());
    }

    private void kind(String kind, Ratio ratio, KindFigures.Interval f1) {
        line(
                "%-12s %9.3f %7.3f %6.3f   [%.3f, %.3f]",
                kind, ratio.precision(), ratio.recall(), ratio.f1(), f1.low(), f1.high());
    }

    private void confusion(int[][] confusion) {
        String columns =
                Arrays.stream(Kind.values())
                        .map(kind -> "%10s".formatted(kind.label()))
                        .collect(Collectors.joining());
        line("%-12s%s", "is \\ found", columns);
        for (Kind kind : Kind.values()) {
            String counts =
                    Arrays.stream(confusion[kind.ordinal()])
                            .mapToObj("%10d"::formatted)
                            .collect(Collectors.joining());
            line("%-12s%s", kind.label(), counts);
        }
    }

    private void mistake(KindFigures.Mistake mistake) {
        line(
                "%-24s %-10s found %-10s %.2f %s",
                mistake.id(),
                mistake.truth(),
                mistake.found(),
                mistake.needsAnswer(),
                mistake.text() == null ? "" : mistake.text().replace('\n', ' '));
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
