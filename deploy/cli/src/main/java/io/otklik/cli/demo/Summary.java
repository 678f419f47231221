package io.otklik.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToLongFunction;

/** What was found beside what the samples are known to hold. */
record Summary(Figures.Totals expected, Figures.Totals found) {

    private static final List<Row> ROWS =
            List.of(
                    new Row("Страниц в реестре", Figures.Totals::pages),
                    new Row("Сообщений", Figures.Totals::messages),
                    new Row("Обращений", Figures.Totals::appeals),
                    new Row("  отвечено", Figures.Totals::answered),
                    new Row("  ждут ответа", Figures.Totals::open),
                    new Row("  снято", Figures.Totals::withdrawn),
                    new Row("Медиана ответа, мс", Figures.Totals::medianResponseMillis),
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
            out.printf("%-28s %12d %12d%s%n", row.name, got, wanted, got == wanted ? "" : "  ≠");
        }
    }

    private record Row(String name, ToLongFunction<Figures.Totals> value) {}
}
