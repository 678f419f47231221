package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The claims that people check or have checked. */
@Command(
        name = "claims",
        mixinStandardHelpOptions = true,
        header = "Import known claims; train and measure how they are found.",
        subcommands = {
            ClaimsImportCommand.class,
            ClaimsEvaluateCommand.class,
            ClaimsTrainCommand.class
        },
        footer = {"", "Examples:", "  otklik claims import claims.csv"})
final class ClaimsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give import, evaluate or train after claims.");
    }
}
