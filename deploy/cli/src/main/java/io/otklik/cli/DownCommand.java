package io.otklik.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Stops the local stack. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        header = "Stop every process of the local stack.",
        description =
                "Data, checkpoints and the list of jobs stay: otklik up goes on where it "
                        + "stopped.",
        footer = {
            "",
            "Examples:",
            "  otklik down",
            "  otklik down && rm -r .otklik    and forget everything"
        })
final class DownCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;

    @Override
    public Integer call() throws Exception {
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
            stack.stack().down(progress);
        }
        return 0;
    }
}
