package io.otklik.cli;

import io.otklik.cli.rating.Agency;
import io.otklik.cli.rating.Nomination;
import io.otklik.cli.rating.NominationYaml;
import io.otklik.cli.rating.Ranking;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
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
        description = {
            "Rank authorities by nominations over a calendar month or year: share in time, times to the",
            "response, reopened and template answers, engagement and growth (v_rating). Who has too few",
            "cases is listed without a place. Other nominations: --nominations FILE."
        },
        footer = {
            "",
            "Examples:",
            "  otklik rating --month 2026-10",
            "  otklik rating --month 2026-10 --nomination feedback --out reports",
            "  otklik rating --year 2026 --nominations our-prize.yaml --out reports"
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
            description = "Only this nomination; may be given several times.")
    private List<String> chosen = List.of();

    @Option(
            names = "--nominations",
            paramLabel = "FILE",
            description = "YAML with other nominations than those that are shipped.")
    private Path file;

    @Option(names = "--region", paramLabel = "NAME", description = "Only this region.")
    private String region;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Also write CSV per nomination and an HTML report that prints on A4.")
    private Path out;

    /** The calendar month or year. */
    private static final class Period {
        @Option(names = "--month", paramLabel = "YYYY-MM", description = "A calendar month.")
        private String month;

        @Option(names = "--year", paramLabel = "YYYY", description = "A calendar year.")
        private String year;
    }

    @Override
    public Integer call() throws IOException {
        List<Nomination> nominations = nominations();
        Sql sql =
                new Sql(new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password()));
        RatingTable table = new RatingTable(sql);
        List<Agency> agencies;
        RatingReport report;
        String name;
        try {
            if (period.month != null) {
                YearMonth month = YearMonth.parse(period.month);
                agencies = table.read("MONTH", month.atDay(1), region);
                report = new RatingReport(MONTH.format(month));
                name = "rating-" + month;
            } else {
                Year year = Year.parse(period.year);
                agencies = table.read("YEAR", year.atDay(1), region);
                report = new RatingReport(year + " год");
                name = "rating-" + year;
            }
        } catch (DateTimeException e) {
            throw CommandException.wrongInput("Write --month 2026-10 or --year 2026.");
        }
        if (agencies.isEmpty()) {
            throw CommandException.failed("Nothing is known of any authority in that time.");
        }
        for (Nomination nomination : nominations) {
            report.add(nomination, Ranking.of(nomination, agencies));
        }
        report.print(spec.commandLine().getOut());
        if (out != null) {
            report.write(out, name).forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private List<Nomination> nominations() throws IOException {
        List<Nomination> all = file == null ? NominationYaml.shipped() : read(file);
        List<Nomination> wanted = new ArrayList<>();
        for (Nomination nomination : all) {
            if (chosen.isEmpty() || chosen.contains(nomination.id())) {
                wanted.add(nomination);
            }
        }
        if (wanted.isEmpty() || wanted.size() < chosen.size()) {
            throw CommandException.wrongInput(
                    "There are nominations %s."
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
