package io.otklik.cli;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** Asks ClickHouse. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        header = "Ask ClickHouse by one statement.",
        description =
                "Send one statement to ClickHouse and print its answer. It only reads unless --write is given.",
        footer = {
            "",
            "Examples:",
            "  otklik query \"SELECT status, count() FROM v_appeal GROUP BY status\"",
            "  otklik query --format JSONEachRow \"SELECT * FROM v_appeal LIMIT 10\"",
            "  otklik query - < report.sql",
            "  otklik query --write \"OPTIMIZE TABLE appeal\""
        })
final class QueryCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "PrettyCompactMonoBlock",
            description =
                    "Any output format of ClickHouse, such as JSON, CSVWithNames, TSV (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = "--write",
            description =
                    "Let the statement change tables and data; without it ClickHouse refuses that.")
    private boolean write;

    @Parameters(paramLabel = "SQL", description = "The statement; - reads it from standard input.")
    private String sql;

    @Override
    public Integer call() throws IOException {
        String statement =
                sql.equals("-")
                        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                        : sql;
        if (statement.isBlank()) {
            throw CommandException.wrongInput("Give a statement, such as \"SELECT 1\".");
        }
        ClickHouseOptions target = clickHouse.options(stack);
        try (Reader answer =
                new InputStreamReader(
                        new ClickHouseHttp(target, ClickHouseOption.password())
                                .query(statement, format, !write),
                        StandardCharsets.UTF_8)) {
            var out = spec.commandLine().getOut();
            char[] buffer = new char[BUFFER];
            for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
                out.write(buffer, 0, read);
            }
            out.flush();
        }
        return 0;
    }
}
