package io.otklik.cli.language;

import io.otklik.cli.CommandException;
import io.otklik.cli.policy.ImportFile;
import io.otklik.language.routing.RoutingTable;
import io.otklik.yaml.YamlProblem;

import java.io.IOException;
import java.nio.file.Path;

/** A routing table as a file of the user's. */
public final class RoutingFile {

    private RoutingFile() {}

    /** The table; a fault of it, named with its line, is the user's to mend. */
    public static RoutingTable read(Path file) throws IOException {
        try {
            return RoutingTable.read(ImportFile.read(file));
        } catch (YamlProblem e) {
            throw CommandException.wrongInput("%s:%d: %s".formatted(file, e.line(), e.sentence()));
        }
    }
}
