package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The rule books: what messages say, and what speaks for a story being checked. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        header = "Import and print the rule books.",
        description = "What messages say, and what speaks for a story being checked.",
        subcommands = {RulesImportCommand.class, RulesShowCommand.class},
        footer = {
            "",
            "Examples:",
            "  otklik rules show > messages.yaml",
            "  otklik rules import --check messages.yaml",
            "  otklik rules import messages.yaml",
            "  otklik rules show --book signals > signals.yaml"
        })
final class RulesCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give import or show after rules.");
    }
}
