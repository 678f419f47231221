package io.otklik.cli;

import io.otklik.cli.export.CsvSheet;
import io.otklik.cli.export.Sheet;
import io.otklik.cli.rating.Agency;
import io.otklik.cli.rating.Nomination;
import io.otklik.cli.rating.NominationRules;
import io.otklik.cli.rating.NominationYaml;
import io.otklik.cli.rating.Ranking;
import io.otklik.cli.rating.RatingFact;
import io.otklik.cli.rating.RatingMeasure;
import io.otklik.cli.rating.RatingReport;
import io.otklik.cli.rating.RatingTable;
import io.otklik.yaml.YamlProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Ranks authorities. */
@Command(
        name = "rating",
        mixinStandardHelpOptions = true,
        header = "Rank authorities over a month or year.",
        description =
                "Rank authorities by nominations over a calendar month or year: share in "
                        + "time, times to the response, reopened and template answers, engagement "
                        + "and growth (v_rating). Who has too few cases is listed without a place. "
                        + "The nominations are those in force, as view v_nomination and the "
                        + "dashboard rank by them; --nominations FILE tries others, and with "
                        + "--publish puts all of the file in force. --open AGENCY lists the appeals "
                        + "and posts that the figures count.",
        footer = {
            "",
            "Examples:",
            "  otklik rating --month 2026-10",
            "  otklik rating --month 2026-10 --nomination feedback --out reports",
            "  otklik rating --year 2026 --nominations our-prize.yaml --publish \\",
            "      --out reports",
            "  otklik rating --month 2026-10 --open adm-zar --measure first_silent"
        })
final class RatingCommand implements Callable<Integer> {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("LLLL yyyy", Locale.forLanguageTag("ru"));

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;

    @ArgGroup(multiplicity = "1")
    private Period period;

    @Option(
            names = "--nomination",
            paramLabel = "ID",
            description =
                    "Show only this nomination; may be given several times. --publish publishes all of them.")
    private List<String> chosen = List.of();

    @Option(
            names = "--nominations",
            paramLabel = "FILE",
            description = "YAML with other nominations than those that are in force.")
    private Path file;

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "Show only this region; places are those among all authorities.")
    private String region;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Also write CSV per nomination and an HTML report that prints on A4.")
    private Path out;

    @Option(
            names = "--publish",
            description =
                    "Put the nominations of the file in force from now on; without --nominations those that are"
                            + " shipped.")
    private boolean publish;

    @Option(
            names = "--open",
            paramLabel = "AGENCY",
            description =
                    "List the appeals and posts that the figures of this authority count, instead of"
                            + " ranking; with --out also as CSV.")
    private String opened;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "With --open: only of this measure: ${COMPLETION-CANDIDATES}.")
    private RatingMeasure measure;

    /** The calendar month or year. */
    private static final class Period {
        @Option(names = "--month", paramLabel = "YYYY-MM", description = "A calendar month.")
        private String month;

        @Option(names = "--year", paramLabel = "YYYY", description = "A calendar year.")
        private String year;
    }

    @Override
    public Integer call() throws IOException {
        if (measure != null && opened == null) {
            throw CommandException.wrongInput(
                    "--measure уточняет, что перечисляет --open ВЕДОМСТВО.");
        }
        List<Nomination> told = told();
        Span span = span();
        ClickHouseHttp http =
                new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password());
        Sql sql = new Sql(http);
        if (opened != null) {
            return open(sql, span);
        }
        List<Nomination> all = told == null ? NominationRules.inForce(sql) : told;
        List<Nomination> shown = shown(all);
        if (publish) {
            http.line(NominationRules.sql(all, System.currentTimeMillis()));
        }
        List<Agency> agencies = new RatingTable(sql).read(span.period(), span.start());
        RatingReport report = new RatingReport(span.words());
        if (agencies.stream().noneMatch(this::isAsked)) {
            throw CommandException.failed("За это время ни об одном ведомстве ничего не известно.");
        }
        for (Nomination nomination : shown) {
            report.add(
                    nomination,
                    Ranking.of(nomination, agencies).stream()
                            .filter(place -> isAsked(place.agency()))
                            .toList());
        }
        report.print(spec.commandLine().getOut());
        if (out != null) {
            report.write(out, "rating-" + span.name())
                    .forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    /**
     * The period that was asked for.
     *
     * @param period MONTH or YEAR
     * @param start its first day
     * @param words for readers
     * @param name for files
     */
    private record Span(String period, LocalDate start, String words, String name) {}

    private Span span() {
        try {
            if (period.month != null) {
                YearMonth month = YearMonth.parse(period.month);
                return new Span("MONTH", month.atDay(1), MONTH.format(month), month.toString());
            }
            Year year = Year.parse(period.year);
            return new Span("YEAR", year.atDay(1), year + " год", year.toString());
        } catch (DateTimeException e) {
            throw CommandException.wrongInput("Пишите --month 2026-10 или --year 2026.");
        }
    }

    private int open(Sql sql, Span span) throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        Path file = out == null ? null : out.resolve(csvName(span));
        int many = 0;
        try (Sheet sheet = file == null ? null : sheet(file);
                Sql.Rows<RatingFact> rows =
                        sql.rows(
                                RatingFact.class,
                                RatingFact.sql(span.period(), span.start(), opened, measure))) {
            for (RatingFact fact = rows.next(); fact != null; fact = rows.next()) {
                print.println(fact.print());
                if (sheet != null) {
                    sheet.row(fact.cells());
                }
                many++;
            }
        }
        if (many == 0) {
            KnownAgency.require(sql, opened);
        }
        print.printf("Показано строк: %d%n", many);
        if (file != null) {
            print.println(file);
        }
        return 0;
    }

    private String csvName(Span span) {
        return "rating-%s-%s.csv".formatted(span.name(), opened.replaceAll("[^\\w.-]", "_"));
    }

    private static Sheet sheet(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Sheet sheet = new CsvSheet(Files.newOutputStream(file), true);
        sheet.row(RatingFact.HEADER);
        return sheet;
    }

    private boolean isAsked(Agency agency) {
        return region == null || region.equals(agency.region());
    }

    /** The nominations that the command was given; null: those in force. */
    private List<Nomination> told() throws IOException {
        if (file != null) {
            return read(file);
        }
        return publish ? NominationYaml.shipped() : null;
    }

    private List<Nomination> shown(List<Nomination> all) {
        List<Nomination> wanted = new ArrayList<>();
        for (Nomination nomination : all) {
            if (chosen.isEmpty() || chosen.contains(nomination.id())) {
                wanted.add(nomination);
            }
        }
        if (wanted.isEmpty() || wanted.size() < chosen.size()) {
            throw CommandException.wrongInput(
                    "Такой номинации нет; есть %s."
                            .formatted(
                                    String.join(", ", all.stream().map(Nomination::id).toList())));
        }
        return wanted;
    }

    private static List<Nomination> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return NominationYaml.read(in);
        } catch (YamlProblem e) {
            throw CommandException.wrongInput("%s: %s".formatted(file, e.getMessage()));
        }
    }
}
