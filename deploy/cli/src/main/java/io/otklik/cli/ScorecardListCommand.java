package io.otklik.cli;

import io.otklik.cli.rating.PageLight;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists pages by their score. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List pages by their score, the best first.",
        description =
                "Those of which too little is known come last. Of a day, or by the mean of "
                        + "a week's or month's days. The percentage is of the points that could be "
                        + "had for what is known of the page.",
        footer = {
            "",
            "Examples:",
            "  otklik scorecard list --day 2026-10-31",
            "  otklik scorecard list --month 2026-10 --light RED",
            "  otklik scorecard list --week 2026-10-26 --json"
        })
final class ScorecardListCommand implements Callable<Integer> {

    private static final int WEEK = 7;

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;
    @Mixin private JsonOption json;

    @ArgGroup(multiplicity = "1")
    private Period period;

    @Option(names = "--region", paramLabel = "NAME", description = "Only this region.")
    private String region;

    @Option(
            names = "--light",
            paramLabel = "LIGHT",
            description = "Only pages that are so on the last day: ${COMPLETION-CANDIDATES}.")
    private Light light;

    private enum Light {
        GREEN,
        YELLOW,
        RED,
        UNKNOWN
    }

    /** A day, a week or a month. */
    private static final class Period {
        @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "One day.")
        private String day;

        @Option(
                names = "--week",
                paramLabel = "YYYY-MM-DD",
                description = "The seven days from then on.")
        private String week;

        @Option(names = "--month", paramLabel = "YYYY-MM", description = "A calendar month.")
        private String month;
    }

    @Override
    public Integer call() throws IOException {
        LocalDate from;
        LocalDate to;
        try {
            if (period.month != null) {
                from = YearMonth.parse(period.month).atDay(1);
                to = YearMonth.parse(period.month).atEndOfMonth();
            } else {
                from = LocalDate.parse(period.day == null ? period.week : period.day);
                to = period.day == null ? from.plusDays(WEEK - 1) : from;
            }
        } catch (DateTimeException e) {
            throw CommandException.wrongInput(
                    "Пишите --day 2026-10-31, --week 2026-10-26 или --month 2026-10.");
        }
        Sql sql =
                new Sql(new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password()));
        List<PageLight> pages = new ArrayList<>();
        String select = PageLight.sql(from, to, region, light == null ? null : light.name());
        try (Sql.Rows<PageLight> rows = sql.rows(PageLight.class, select)) {
            for (PageLight page = rows.next(); page != null; page = rows.next()) {
                pages.add(page);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, pages);
        } else {
            pages.forEach(page -> out.println(page.print()));
            out.printf("Показано страниц: %d%n", pages.size());
        }
        return 0;
    }
}
