package io.otklik.cli;

import io.otklik.cli.rating.ProfileFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;

/** Stores how pages look. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Store how pages look, from a CSV.",
        description =
                "Its columns: communityId and any of connected, stateMark, avatar, "
                        + "description, cover (да/нет) and widgets (a number). An empty cell is not "
                        + "known. A second import of the same file and day changes nothing. Table: "
                        + "page_profile.",
        footer = {"", "Examples:", "  otklik scorecard import look.csv --observed-at 2026-10-31"})
final class ScorecardImportCommand implements Callable<Integer> {

    private static final int ROWS_A_STATEMENT = 1_000;

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;

    @Parameters(paramLabel = "FILE", description = "The CSV.")
    private Path file;

    @Option(
            names = "--observed-at",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "The day on which the pages looked so.")
    private String observedAt;

    @Override
    public Integer call() throws IOException {
        LocalDate day;
        try {
            day = LocalDate.parse(observedAt);
        } catch (DateTimeException e) {
            throw CommandException.wrongInput("Пишите --observed-at 2026-10-31.");
        }
        List<String> rows = ProfileFile.read(file);
        ClickHouseHttp http =
                new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password());
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            List<String> some =
                    rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)).stream()
                            .map(row -> "(%s, '%s 00:00:00')".formatted(row, day))
                            .toList();
            http.line(
                    "INSERT INTO page_profile (%s, observed_at) VALUES %s"
                            .formatted(ProfileFile.columns(), String.join(", ", some)));
        }
        spec.commandLine().getOut().printf("Страниц: %d%n", rows.size());
        return 0;
    }
}
