package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The rule book of what messages say. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "The rule book of what messages say.",
        subcommands = {RulesImportCommand.class, RulesShowCommand.class},
        footer = {
            "",
            "Examples:",
            "  otklik rules show > messages.yaml",
            "  otklik rules import --check messages.yaml",
            "  otklik rules import messages.yaml"
        })
final class RulesCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give import or show after rules.");
    }
}
