package io.otklik.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** What was found beside what the samples are known to give. */
record Summary(Figures.Totals expected, Figures.Totals found) {

    private static final List<Row> ROWS =
            List.of(
                    new Row("Страниц в реестре", Figures.Totals::pages),
                    new Row("Сообщений", Figures.Totals::messages),
                    new Row("Обращений", Figures.Totals::appeals),
                    new Row("  без ответа", Figures.Totals::unanswered),
                    new Row("  отвечено, но снова ждут", Figures.Totals::reopened),
                    new Row("  в работе", Figures.Totals::inWork),
                    new Row("  отвечено по существу", Figures.Totals::answered),
                    new Row("  снято", Figures.Totals::withdrawn),
                    new Row("Первый ответ есть у", Figures.Totals::responded),
                    new Row(
                            "  медиана первого ответа",
                            Figures.Totals::medianResponseMillis,
                            Screen::time),
                    new Row("Не разобрано (dead letter)", Figures.Totals::deadLetters),
                    new Row("Событий не о сообщениях", Figures.Totals::ignoredEvents));

    boolean matches() {
        return expected.equals(found);
    }

    void print(PrintWriter out) {
        out.printf("%-28s %12s %12s%n", "", "найдено", "ожидалось");
        for (Row row : ROWS) {
            long got = row.value.applyAsLong(found);
            long wanted = row.value.applyAsLong(expected);
            out.printf(
                    "%-28s %12s %12s%s%n",
                    row.name,
                    row.text.apply(got),
                    row.text.apply(wanted),
                    got == wanted ? "" : "  ≠");
        }
    }

    private record Row(
            String name, ToLongFunction<Figures.Totals> value, LongFunction<String> text) {

        Row(String name, ToLongFunction<Figures.Totals> value) {
            this(name, value, Long::toString);
        }
    }
}
