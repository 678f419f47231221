package io.otklik.cli;

import io.otklik.cli.policy.ImportFile;
import io.otklik.connectors.alert.channel.Channel;
import io.otklik.connectors.alert.channel.Channels;
import io.otklik.connectors.alert.config.AlertRouting;
import io.otklik.connectors.alert.config.AlertRoutingReader;
import io.otklik.connectors.alert.config.ConfigException;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/** The file that says who is told of which alerts; what is wrong with it is told line by line. */
final class RecipientsFile {

    private RecipientsFile() {}

    static AlertRouting read(Path file, PrintWriter err) throws IOException {
        try {
            return AlertRoutingReader.read(ImportFile.read(file));
        } catch (ConfigException e) {
            e.problems()
                    .forEach(
                            problem ->
                                    err.printf(
                                            "%s:%d: %s%n",
                                            file, problem.line(), problem.sentence()));
            throw CommandException.wrongInput(
                    "Nothing was sent: mend the %s of %s."
                            .formatted(Counted.of(e.problems().size(), "fault"), file));
        }
    }

    /** The ways to its recipients, with the secrets of this process's environment. */
    static Channel channels(AlertRouting routing) {
        try {
            return Channels.of(routing, System.getenv(), Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongInput(e.getMessage());
        }
    }
}
