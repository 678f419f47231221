package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The appeals that were found. */
@Command(
        name = "appeals",
        mixinStandardHelpOptions = true,
        header = "List appeals and show what became of each.",
        subcommands = {AppealsListCommand.class, AppealsShowCommand.class},
        footer = {
            "",
            "Examples:",
            "  otklik appeals list --overdue",
            "  otklik appeals show vk:-143_58908_58911"
        })
final class AppealsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give list or show after appeals.");
    }
}
