package io.otklik.cli;

import io.otklik.cli.policy.KnownPolicies;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.CalendarWarnings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Lists the calendars in force. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List the calendars in force.",
        description =
                "Shipped and imported ones, with the years whose moved and short days they "
                        + "know. Warns from 60 days before the end of the last such year.",
        footer = {"", "Examples:", "  otklik calendar list", "  otklik calendar list --json"})
final class CalendarListCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private KafkaOption kafka;
    @Mixin private JsonOption json;

    @Override
    public Integer call() {
        Collection<WorkCalendar> calendars =
                new KnownPolicies(kafka.serversWithTopics(stack)).calendarsInForce().values();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(out, calendars);
            return 0;
        }
        for (WorkCalendar calendar : calendars) {
            out.printf(
                    "%-20s %d–%d  %s%n",
                    calendar.versionId(),
                    calendar.firstYear(),
                    calendar.lastYear(),
                    week(calendar));
        }
        out.println(Counted.of(calendars.size(), "calendar") + '.');
        CalendarWarnings.at(Instant.now(), calendars).forEach(spec.commandLine().getErr()::println);
        return 0;
    }

    private static String week(WorkCalendar calendar) {
        return calendar.week().stream()
                .map(WeekdayHours::hours)
                .map(hours -> String.join(", ", hours))
                .distinct()
                .collect(Collectors.joining(" / "));
    }
}
