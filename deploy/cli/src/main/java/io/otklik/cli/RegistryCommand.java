package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The register of official pages. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        header = "Import and list the official pages that are watched.",
        subcommands = {RegistryImportCommand.class, RegistryListCommand.class},
        footer = {
            "",
            "Examples:",
            "  otklik registry import registry.csv",
            "  otklik registry list"
        })
final class RegistryCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give import or list after registry.");
    }
}
