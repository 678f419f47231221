package io.otklik.cli;

import io.otklik.cli.appeals.AppealHistory;
import io.otklik.cli.appeals.HistoryPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.concurrent.Callable;

/** Shows one appeal from its finding to its answer. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Show the whole history of one appeal.",
        description = "Each answer, and each deadline with the policy and calendar that set it.",
        footer = {
            "",
            "Examples:",
            "  otklik appeals show vk:-143_58908_58911",
            "  otklik appeals show vk:-143_58908_58911 --json"
        })
final class AppealsShowCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private ClickHouseOption clickHouse;
    @Mixin private JsonOption json;

    @Parameters(
            paramLabel = "ID",
            description = "The appeal's id, as otklik appeals list gives it.")
    private String appealId;

    @Override
    public Integer call() throws IOException {
        Sql sql =
                new Sql(new ClickHouseHttp(clickHouse.options(stack), ClickHouseOption.password()));
        AppealHistory history = AppealHistory.find(sql, appealId);
        if (history == null) {
            throw CommandException.failed(
                    "Обращения %s нет; какие есть, показывает otklik appeals list."
                            .formatted(appealId));
        }
        if (json.isGiven()) {
            JsonOption.print(spec.commandLine().getOut(), history);
        } else {
            new HistoryPage(spec.commandLine().getOut(), history).print();
        }
        return 0;
    }
}
