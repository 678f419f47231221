package io.otklik.cli;

import io.otklik.local.PartStatus;
import io.otklik.local.StackStatus;
import io.otklik.local.flink.FlinkJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Says how the local stack is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Say how the local stack's parts and jobs are.",
        description = "Exit code 0 if every part runs, 1 if not.",
        footer = {"", "Examples:", "  otklik status", "  otklik status --json"})
final class StatusCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private JsonOption json;

    @Override
    public Integer call() throws Exception {
        StackStatus status = stack.stack().status();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, status);
        } else {
            print(out, status);
        }
        return status.allRunning() ? 0 : CommandException.FAILED;
    }

    private static void print(PrintWriter out, StackStatus status) {
        out.printf("%-18s %-9s %-24s %7s %8s%n", "PART", "STATE", "ADDRESS", "PID", "MEMORY");
        for (PartStatus part : status.parts()) {
            out.printf(
                    "%-18s %-9s %-24s %7s %8s%n",
                    part.part().title(),
                    part.condition().name().toLowerCase(Locale.ROOT),
                    part.address().isEmpty() ? "-" : part.address(),
                    part.pid() == null ? "-" : part.pid(),
                    part.memoryBytes() == null ? "-" : (part.memoryBytes() >> 20) + " MB");
        }
        for (PartStatus part : status.parts()) {
            if (!part.detail().isEmpty()) {
                out.println(part.part().title() + ": " + part.detail());
            }
            if (part.restarts() > 0) {
                out.printf(
                        "%s was started again %s since otklik up.%n",
                        part.part().title(), Counted.of(part.restarts(), "time"));
            }
        }
        if (status.supervisorPid() == null && !status.allStopped()) {
            out.println(
                    "The supervisor does not run: what ends stays ended; run otklik up to mend it.");
        }
        if (status.jobs().isEmpty() && !status.rememberedJobs().isEmpty()) {
            out.println(
                    "Jobs that run with the stack: "
                            + String.join(", ", status.rememberedJobs())
                            + '.');
        }
        if (!status.jobs().isEmpty()) {
            out.println();
            out.printf("%-18s %-12s %s%n", "JOB", "STATE", "ID");
            for (FlinkJob job : status.jobs()) {
                out.printf(
                        "%-18s %-12s %s%n",
                        job.name(), job.state().toLowerCase(Locale.ROOT), job.id());
            }
        }
    }
}
