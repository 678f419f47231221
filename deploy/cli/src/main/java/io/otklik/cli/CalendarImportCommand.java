package io.otklik.cli;

import io.otklik.cli.policy.CalendarImport;
import io.otklik.cli.policy.ImportFile;
import io.otklik.cli.policy.KnownPolicies;
import io.otklik.servicelevel.CalendarWarnings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Imports calendars, or a year of the production calendar. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Import calendars, or a year of the production calendar.",
        description =
                "Read calendars (YAML, see docs/service-level.md), or a year of the "
                        + "Russian production calendar (XML with elements day: t=1 off, 2 short, 3 "
                        + "worked), and send what is new to topic policy.calendar. A year makes a "
                        + "new version of each calendar that follows the production calendar. "
                        + "Running jobs take it up at once, for appeals whose clock starts from then "
                        + "on; open ones keep their version. Nothing is sent if anything is wrong.",
        footer = {
            "",
            "Examples:",
            "  otklik calendar import 2027.xml",
            "  otklik calendar import --calendar ru --calendar zarechny 2027.xml 2028.xml",
            "  otklik calendar import zarechny.yaml",
            "  otklik calendar import --retroactive 2027.xml    a year that came late"
        })
final class CalendarImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Option(
            names = "--calendar",
            paramLabel = "ID",
            description =
                    "Add a year to this calendar; may be given more than once (default: every "
                            + "calendar with the days of calendar ru).")
    private List<String> chosen = List.of();

    @Option(
            names = "--retroactive",
            description =
                    "Count open appeals, and older ones in a replay, by it as well: for a year "
                            + "that came late, or a calendar that was wrong.")
    private boolean retroactive;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files with calendars or years.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(ImportFile.read(file));
        }
        String servers = kafka.serversWithTopics(stack);
        KnownPolicies known = new KnownPolicies(servers);
        for (String id : chosen) {
            if (!known.calendarsInForce().containsKey(id)) {
                throw CommandException.wrongInput(
                        "There is no calendar %s; there are %s."
                                .formatted(
                                        id, String.join(", ", known.calendarsInForce().keySet())));
            }
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        CalendarImport read =
                new CalendarImport(known.calendars(), chosen, retroactive ? Instant.EPOCH : now);
        for (int i = 0; i < files.size(); i++) {
            read.add(files.get(i).toString(), texts.get(i));
        }
        ImportReport report = new ImportReport(spec, json, "calendar version");
        report.refuseIfWrong(read.problems());
        known.sendCalendars(read.changed());
        report.print(read.changed().size(), read.unchanged());
        report.warn(
                CalendarWarnings.at(now, new KnownPolicies(servers).calendarsInForce().values()));
        return 0;
    }
}
