package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The pages' scorecard. */
@Command(
        name = "scorecard",
        mixinStandardHelpOptions = true,
        header = "Show what pages have of what is asked of them.",
        description = "This is «Светофор», view v_scorecard.",
        subcommands = {
            ScorecardListCommand.class,
            ScorecardImportCommand.class,
            ScorecardWeightsCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  otklik scorecard import look.csv --observed-at 2026-10-31",
            "  otklik scorecard list --month 2026-10"
        })
final class ScorecardCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give list, import or weights after scorecard.");
    }
}
