package io.otklik.cli.demo;

import io.otklik.cli.appeals.AppealLine;
import io.otklik.cli.appeals.Russian;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The live table: redrawn in place on a terminal, one line every ten seconds elsewhere. The words
 * are the duty officer's.
 */
final class Screen {

    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int TEXT_WIDTH = 64;
    private static final int PAGE_WIDTH = 30;
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private long lastLine;

    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(Figures.Totals totals, double messagesPerSecond, List<Figures.Line> last) {
        if (!terminal) {
            long now = System.nanoTime();
            if (lastLine == 0 || now - lastLine >= LINE_EVERY.toNanos()) {
                lastLine = now;
                out.println(oneLine(totals, messagesPerSecond));
            }
            return;
        }
        StringBuilder screen = new StringBuilder(HOME_AND_CLEAR);
        screen.append("ОТКЛИК · Заречная область · две недели за две минуты\n\n");
        screen.append(flow(totals, messagesPerSecond)).append('\n');
        screen.append(appeals(totals)).append("\n\n");
        screen.append("Последние обращения\n");
        for (Figures.Line line : last) {
            screen.append(
                    "%-11s  %s  %s  %s%n"
                            .formatted(
                                    line.publishedAt(),
                                    fit(line.page(), PAGE_WIDTH),
                                    fit(line.text(), TEXT_WIDTH),
                                    state(line)));
        }
        screen.append("\nCtrl+C — закончить показ; стенд продолжит работать.\n");
        out.print(screen);
        out.flush();
    }

    static String oneLine(Figures.Totals totals, double messagesPerSecond) {
        return flow(totals, messagesPerSecond) + " · " + appeals(totals);
    }

    private static String flow(Figures.Totals totals, double messagesPerSecond) {
        return String.format(
                RUSSIAN,
                "Страниц %d · сообщений %,d (%.0f в секунду)",
                totals.pages(),
                totals.messages(),
                messagesPerSecond);
    }

    private static String appeals(Figures.Totals totals) {
        return String.format(
                RUSSIAN,
                "обращений %,d: без ответа %,d, снова ждут %,d, в работе %,d, отвечено по существу"
                        + " %,d · первый ответ: медиана %s (у %,d)",
                totals.appeals(),
                totals.unanswered(),
                totals.reopened(),
                totals.inWork(),
                totals.answered(),
                time(totals.medianResponseMillis()),
                totals.responded());
    }

    /** A length of time in the two largest units, not less than a minute; a dash for none. */
    static String time(long millis) {
        return millis == 0 ? "—" : Russian.span(Math.max(60, millis / 1_000));
    }

    private static String state(Figures.Line line) {
        return switch (line.status()) {
            case "OPEN" -> "ждёт ответа";
            case "ACKNOWLEDGED" -> "в работе, ответили за " + time(line.millis());
            case "CLARIFYING" -> "уточняется у жителя";
            case "INTERIM" -> "промежуточный ответ за " + time(line.millis());
            case "ANSWERED" -> "отвечено за " + time(line.millis());
            default -> "снято";
        };
    }

    private static String fit(String text, int width) {
        String cut = AppealLine.cut(text, width);
        return cut + " ".repeat(width - cut.codePointCount(0, cut.length()));
    }
}
