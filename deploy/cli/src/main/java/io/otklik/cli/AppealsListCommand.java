package io.otklik.cli;

import io.otklik.cli.appeals.AppealLine;
import io.otklik.cli.appeals.AppealQuestion;
import io.otklik.schemas.AppealStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists appeals, the most urgent first. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List appeals, the longest overdue first.",
        description =
                "Then come those that are due next, then the newest. The term is the next "
                        + "one that nothing has met; times are those of the page, with their "
                        + "distance from UTC. ‼ marks what is urgent.",
        footer = {
            "",
            "Examples:",
            "  otklik appeals list --overdue",
            "  otklik appeals list --agency zarechny --status OPEN --limit 20",
            "  otklik appeals list --json --limit 1000"
        })
final class AppealsListCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;
    @Mixin private JsonOption json;

    @Option(
            names = "--agency",
            paramLabel = "ID",
            description = "Only of this authority, by its agencyId in the register.")
    private String agency;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only in this state: ${COMPLETION-CANDIDATES}.")
    private AppealStatus status;

    @Option(names = "--overdue", description = "Only past their next deadline.")
    private boolean overdue;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Integer call() throws IOException {
        if (limit < 1 || limit > MOST) {
            throw CommandException.wrongInput(
                    "--limit — число от 1 до %d, а не %d; больше даёт otklik export incidents."
                            .formatted(MOST, limit));
        }
        Sql sql =
                new Sql(new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password()));
        List<AppealLine> lines = new ArrayList<>();
        String question = new AppealQuestion(agency, status, overdue, limit).sql();
        try (Sql.Rows<AppealLine> rows = sql.rows(AppealLine.class, question)) {
            for (AppealLine line = rows.next(); line != null; line = rows.next()) {
                lines.add(line);
            }
        }
        if (lines.isEmpty() && agency != null) {
            KnownAgency.require(sql, agency);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, lines);
            return 0;
        }
        AppealLine.print(lines, out);
        out.printf(
                "Показано обращений: %d%s%n",
                lines.size(), lines.size() == limit ? " — предел, см. --limit" : "");
        return 0;
    }
}
