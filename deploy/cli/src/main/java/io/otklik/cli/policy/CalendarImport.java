package io.otklik.cli.policy;

import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.CalendarCheck;
import io.otklik.servicelevel.files.CalendarYaml;
import io.otklik.servicelevel.files.CalendarYears;
import io.otklik.servicelevel.files.ProductionCalendarXml;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.ReadFile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers calendars from files: YAML brings whole calendars, a year of the production calendar a
 * new version of each calendar that follows it.
 */
public final class CalendarImport {

    /** Whoever has the days of this calendar follows the production calendar. */
    private static final String PRODUCTION_CALENDAR = "ru";

    private final Collection<WorkCalendar> known;
    private final List<String> chosen;
    private final Instant since;
    private final Gathered<WorkCalendar> gathered = new Gathered<>();

    /**
     * @param known every version that the jobs know
     * @param chosen ids of the calendars that years are added to; empty: those that follow the
     *     production calendar
     * @param since clocks that start from then on count by what is imported
     */
    public CalendarImport(Collection<WorkCalendar> known, List<String> chosen, Instant since) {
        this.known = known;
        this.chosen = chosen;
        this.since = since;
    }

    /** Takes what a file says. */
    public void add(String name, String text) {
        if (text.stripLeading().startsWith("<") || text.startsWith("\uFEFF<")) {
            addYear(name, ProductionCalendarXml.read(text));
        } else {
            gathered.add(
                    name,
                    CalendarYaml.read(text, id -> inForce().get(id), since),
                    calendar -> check().isKnown(calendar),
                    calendar -> check().problems(calendar));
        }
    }

    private void addYear(String name, ReadFile<ProductionCalendarXml.Year> file) {
        file.problems().forEach(problem -> gathered.problem(name, problem));
        for (ProductionCalendarXml.Year year : file.values()) {
            for (WorkCalendar calendar : followers()) {
                try {
                    WorkCalendar next = CalendarYears.with(calendar, year, since);
                    if (next.equals(calendar)) {
                        gathered.unchanged();
                    } else {
                        gathered.changed(next);
                    }
                } catch (IllegalArgumentException e) {
                    gathered.problem(name, new FileProblem(1, e.getMessage()));
                }
            }
        }
    }

    private List<WorkCalendar> followers() {
        Map<String, WorkCalendar> all = inForce();
        WorkCalendar production = all.get(PRODUCTION_CALENDAR);
        return all.values().stream()
                .filter(
                        calendar ->
                                chosen.isEmpty()
                                        ? production != null
                                                && calendar.days().equals(production.days())
                                        : chosen.contains(calendar.calendarId()))
                .toList();
    }

    private Map<String, WorkCalendar> inForce() {
        Map<String, WorkCalendar> newest = new TreeMap<>();
        for (WorkCalendar calendar : all()) {
            newest.merge(
                    calendar.calendarId(), calendar, (a, b) -> a.version() > b.version() ? a : b);
        }
        return newest;
    }

    private CalendarCheck check() {
        return new CalendarCheck(all());
    }

    private List<WorkCalendar> all() {
        List<WorkCalendar> all = new ArrayList<>(known);
        all.addAll(gathered.changes());
        return all;
    }

    public List<WorkCalendar> changed() {
        return gathered.changes();
    }

    public int unchanged() {
        return gathered.unchangedCount();
    }

    /** {@code file:line: sentence}. */
    public List<String> problems() {
        return gathered.problems();
    }
}
