package io.otklik.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** When authorities work. */
@Command(
        name = "calendar",
        mixinStandardHelpOptions = true,
        header = "Import and list calendars of working time.",
        subcommands = {CalendarImportCommand.class, CalendarListCommand.class},
        footer = {"", "Examples:", "  otklik calendar import 2027.xml", "  otklik calendar list"})
final class CalendarCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give import or list after calendar.");
    }
}
