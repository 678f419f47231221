package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Files for other systems. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Write files for other systems and for spreadsheets.",
        subcommands = ExportIncidentsCommand.class,
        footer = {"", "Examples:", "  otklik export incidents --from 2026-10-01 --out october.csv"})
final class ExportCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give incidents after export.");
    }
}
