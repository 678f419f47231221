package io.otklik.cli.rating;

import io.otklik.cli.TextTable;
import io.otklik.cli.export.CsvSheet;
import io.otklik.cli.export.Sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A period's nominations for people: on the terminal, as CSV a nomination, and as one HTML page
 * that prints on A4. All of the list is shown, its end as well as its beginning.
 */
public final class RatingReport {

    private static final int AGENCY_COLUMN = 1;

    private final String period;
    private final List<Result> results = new ArrayList<>();

    /** One nomination and who stands where. */
    private record Result(Nomination nomination, List<Place> places) {

        /** The measures that decide, and those by which there are enough cases. */
        Set<String> measures() {
            Set<String> measures = new LinkedHashSet<>();
            nomination.criteria().forEach(criterion -> measures.add(criterion.measure()));
            measures.addAll(nomination.enough().keySet());
            return measures;
        }

        List<String> header() {
            List<String> header = new ArrayList<>(List.of("Место", "Ведомство", "Средний ранг"));
            measures().forEach(measure -> header.add(Measures.title(measure)));
            return header;
        }

        List<String> cells(Place place) {
            List<String> cells = new ArrayList<>();
            cells.add(place.isRanked() ? Integer.toString(place.rank()) : "—");
            cells.add(place.agency().name());
            cells.add(
                    place.isRanked()
                            ? String.format(Locale.forLanguageTag("ru"), "%.2f", place.score())
                            : "мало данных");
            for (String measure : measures()) {
                cells.add(Measures.text(measure, place.agency().figure(measure)));
            }
            return cells;
        }
    }

    /**
     * @param period in words
     */
    public RatingReport(String period) {
        this.period = period;
    }

    public void add(Nomination nomination, List<Place> places) {
        results.add(new Result(nomination, places));
    }

    /** A table a nomination. */
    public void print(PrintWriter out) {
        for (Result result : results) {
            out.println();
            out.println(result.nomination().name() + ", " + period);
            TextTable table = new TextTable(Set.of(AGENCY_COLUMN));
            table.row(result.header());
            result.places().forEach(place -> table.row(result.cells(place)));
            table.print(out);
        }
    }

    /**
     * Writes {@code NAME-NOMINATION.csv} for each nomination and {@code NAME.html}.
     *
     * @return the files
     */
    public List<Path> write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Result result : results) {
            Path csv = folder.resolve(name + '-' + result.nomination().id() + ".csv");
            writeCsv(csv, result);
            files.add(csv);
        }
        Path html = folder.resolve(name + ".html");
        Files.writeString(html, html(), StandardCharsets.UTF_8);
        files.add(html);
        return files;
    }

    private static void writeCsv(Path file, Result result) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Sheet sheet = new CsvSheet(out, true)) {
            List<String> header =
                    new ArrayList<>(List.of("rank", "agency_id", "agency_name", "score"));
            header.addAll(result.measures());
            sheet.row(header);
            for (Place place : result.places()) {
                List<String> cells = new ArrayList<>();
                cells.add(place.isRanked() ? Integer.toString(place.rank()) : "");
                cells.add(place.agency().id());
                cells.add(place.agency().name());
                cells.add(place.isRanked() ? Double.toString(place.score()) : "");
                for (String measure : result.measures()) {
                    Double figure = place.agency().figure(measure);
                    cells.add(figure == null ? "" : Double.toString(figure));
                }
                sheet.row(cells);
            }
        }
    }

    private String html() {
        StringBuilder body = new StringBuilder();
        for (Result result : results) {
            body.append("<section>\n<h2>")
                    .append(escaped(result.nomination().name()))
                    .append("</h2>\n<table>\n<thead><tr>");
            result.header().forEach(title -> cell(body, "th", title));
            body.append("</tr></thead>\n<tbody>\n");
            for (Place place : result.places()) {
                body.append(
                        place.isRanked()
                                ? place.rank() <= 3 ? "<tr class=\"first\">" : "<tr>"
                                : "<tr class=\"few\">");
                result.cells(place).forEach(text -> cell(body, "td", text));
                body.append("</tr>\n");
            }
            body.append("</tbody>\n</table>\n");
            note(body, result.nomination());
            body.append("</section>\n");
        }
        return PAGE.formatted(escaped(period), escaped(period), body);
    }

    private static void note(StringBuilder body, Nomination nomination) {
        body.append("<p>Место — по среднему рангу: ");
        List<String> parts = new ArrayList<>();
        for (Nomination.Criterion criterion : nomination.criteria()) {
            parts.add(
                    "«%s» (лучше %s%s)"
                            .formatted(
                                    Measures.title(criterion.measure()),
                                    criterion.highIsBetter() ? "больше" : "меньше",
                                    criterion.weight() == 1
                                            ? ""
                                            : ", вес "
                                                    + Double.toString(criterion.weight())
                                                            .replaceFirst("\\.0$", "")));
        }
        body.append(escaped(String.join(", ", parts))).append('.');
        nomination
                .enough()
                .forEach(
                        (measure, least) ->
                                body.append(
                                        escaped(
                                                " Без места — где «%s» меньше %s."
                                                        .formatted(
                                                                Measures.title(measure),
                                                                Measures.text(measure, least)))));
        body.append("</p>\n");
    }

    private static void cell(StringBuilder html, String tag, String text) {
        html.append('<').append(tag).append('>').append(escaped(text));
        html.append("</").append(tag).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="ru">
            <head>
            <meta charset="utf-8">
            <title>Рейтинг ведомств, %s</title>
            <style>
            @page { size: A4 landscape; margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8.5pt; color: #57606a; } }
            body { font: 10pt/1.35 "PT Sans", "Liberation Sans", Arial, sans-serif; color: #1b1f24; margin: 0 auto; max-width: 269mm; }
            h1 { font-size: 17pt; margin: 0 0 4mm; }
            h2 { font-size: 13pt; margin: 7mm 0 2mm; }
            section { break-inside: auto; }
            section + section { break-before: page; }
            table { border-collapse: collapse; width: 100%%; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            th { text-align: right; vertical-align: bottom; font-size: 8.5pt; font-weight: 600; color: #57606a; border-bottom: 1px solid #57606a; }
            td { text-align: right; border-bottom: 1px solid #d0d7de; font-variant-numeric: tabular-nums; }
            th, td { padding: 1.4mm 2mm; }
            th:nth-child(2), td:nth-child(2) { text-align: left; }
            td:nth-child(n+4) { white-space: nowrap; }
            .first td:nth-child(-n+2) { font-weight: 700; }
            .few td { color: #57606a; }
            p { font-size: 8.5pt; color: #57606a; margin: 2mm 0 0; }
            </style>
            </head>
            <body>
            <h1>Рейтинг ведомств, %s</h1>
            %s</body>
            </html>
            """;
}
