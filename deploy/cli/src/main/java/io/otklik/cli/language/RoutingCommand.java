package io.otklik.cli.language;

import io.otklik.language.routing.RoutingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** The routing table: prints the one that comes along, or checks another. */
@Command(
        name = "routing",
        mixinStandardHelpOptions = true,
        header = "Print or check the table of who owes an answer.",
        description =
                "The table that tells which authority owes an answer. Without FILE: print "
                        + "the one that comes along, to be edited; its head explains the form. With "
                        + "FILE: only read it and tell its first mistake with the line. Job appeals "
                        + "and otklik classify take it by --routing.",
        footer = {
            "",
            "Examples:",
            "  otklik routing > routing.yaml",
            "  otklik routing routing.yaml",
            "  otklik classify --routing routing.yaml < messages.jsonl",
            "  otklik submit appeals --job-option routing=routing.yaml"
        })
public final class RoutingCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A table to check.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (file == null) {
            out.print(RoutingTable.bundledYaml());
            out.flush();
            return 0;
        }
        RoutingTable table = RoutingFile.read(file);
        out.printf(
                "Routing table %s is in order: %d rows, %d agencies.%n",
                table.version(), table.rows(), table.agencies().size());
        return 0;
    }
}
