package io.otklik.cli.language;

import io.otklik.language.topic.TopicFigures;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Figures of topics for people. */
final class TopicFiguresText {

    private final PrintWriter out;

    TopicFiguresText(PrintWriter out) {
        this.out = out;
    }

    void print(List<TopicFigures> figures) {
        line(
                "%-12s %8s %8s %8s %12s %8s %8s",
                "source", "texts", "group", "in 3", "with topic", "topic", "in 3");
        figures.forEach(this::row);
        for (TopicFigures source : figures) {
            if (!source.confusions().isEmpty()) {
                out.println();
                out.println("Commonest mistakes, " + source.source() + ":");
                source.confusions().forEach(confusion -> out.println("  " + confusion));
            }
        }
    }

    private void row(TopicFigures figures) {
        line(
                "%-12s %,8d %8s %8s %,12d %8s %8s",
                figures.source(),
                figures.texts(),
                share(figures.groupAccuracy()),
                share(figures.groupAmongThree()),
                figures.labelledTopics(),
                share(figures.topicAccuracy()),
                share(figures.topicAmongThree()));
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.3f", share);
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
