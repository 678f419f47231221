package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** By when appeals must be answered. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        header = "Import and show by when appeals must be answered.",
        subcommands = {PolicyImportCommand.class, PolicyListCommand.class, PolicyShowCommand.class},
        footer = {
            "",
            "Examples:",
            "  otklik policy import policy.yaml",
            "  otklik policy list",
            "  otklik policy show sevastopol_2020"
        })
final class PolicyCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give import, list or show after policy.");
    }
}
