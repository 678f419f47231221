package io.otklik.servicelevel.files;

import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.DayKind;
import io.otklik.schemas.WeekdayHours;
import io.otklik.schemas.WorkCalendar;
import io.otklik.servicelevel.WorkingTime;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.Members;
import io.otklik.yaml.ReadFile;
import io.otklik.yaml.YamlDocuments;
import io.otklik.yaml.YamlDocuments.BadYamlException;
import io.otklik.yaml.YamlNode;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calendars from YAML, one a document; {@code docs/service-level.md} describes the form. */
public final class CalendarYaml {

    private static final Pattern WEEKDAYS = Pattern.compile("([a-z]+)(?:\\s*-\\s*([a-z]+))?");
    private static final Pattern DAY =
            Pattern.compile("(off|short|working)(?: as ([a-z]+))?(?:\\s+(.*))?");
    private static final Pattern HOURS =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)");
    private static final int SHORT_DAY_CUT = 60;

    private final Instant updatedAt;
    private final Function<String, WorkCalendar> known;
    private final List<FileProblem> problems = new ArrayList<>();
    private final List<ReadFile.Entry<WorkCalendar>> calendars = new ArrayList<>();

    private CalendarYaml(Instant updatedAt, Function<String, WorkCalendar> known) {
        this.updatedAt = updatedAt;
        this.known = known;
    }

    /**
     * @param known calendars that the file may take days from ({@code daysFrom}) beside its own;
     *     null for one that is not known
     * @param updatedAt for the records
     */
    public static ReadFile<WorkCalendar> read(
            String text, Function<String, WorkCalendar> known, Instant updatedAt) {
        CalendarYaml reader = new CalendarYaml(updatedAt, known);
        try {
            for (YamlNode document : YamlDocuments.read(text)) {
                WorkCalendar calendar = reader.calendar(document);
                if (calendar != null) {
                    reader.calendars.add(new ReadFile.Entry<>(document.line(), calendar));
                }
            }
        } catch (BadYamlException e) {
            reader.problems.add(e.problem());
        }
        if (reader.calendars.isEmpty() && reader.problems.isEmpty()) {
            reader.problems.add(new FileProblem(1, "The file holds no calendar."));
        }
        return new ReadFile<>(reader.calendars, reader.problems);
    }

    private WorkCalendar calendar(YamlNode document) {
        int before = problems.size();
        Members members = Members.of(document, "A calendar", problems);
        if (problems.size() > before) {
            return null;
        }
        String id = members.required("calendar");
        if (id != null && !id.matches("[\\p{L}\\p{N}_.-]{1,100}")) {
            members.problem(
                    members.lineOf("calendar"),
                    "calendar is %s; it is a name of letters, digits, _, . and -.",
                    id);
        }
        Integer version = PolicyYaml.positive(members, "version");
        String title = members.text("title");
        members.required("timeZone");
        ZoneId zone = members.read("timeZone", ZoneId::of, "a name like Europe/Moscow");
        List<WeekdayHours> week = week(members);
        Integer cut =
                members.read(
                        "shortDayCutMinutes", Integer::valueOf, "a number of minutes such as 60");
        WorkCalendar days = days(members);
        String source = members.text("source");
        members.refuseOthers();
        if (problems.size() > before) {
            return null;
        }
        WorkCalendar calendar =
                new WorkCalendar(
                        id,
                        version,
                        title,
                        zone.getId(),
                        days.firstYear(),
                        days.lastYear(),
                        week,
                        cut == null ? SHORT_DAY_CUT : cut,
                        days.days(),
                        days.yearlyHolidays(),
                        source,
                        updatedAt);
        try {
            WorkingTime.of(calendar);
        } catch (IllegalArgumentException e) {
            members.problem(members.line(), "%s", e.getMessage());
            return null;
        }
        return calendar;
    }

    private List<WeekdayHours> week(Members members) {
        Map<DayOfWeek, List<String>> week = new EnumMap<>(DayOfWeek.class);
        YamlNode node = members.node("hours");
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.members()
                    .forEach(
                            (name, member) -> {
                                List<String> hours = hours(member);
                                for (DayOfWeek weekday : weekdays(name, member.line())) {
                                    if (week.put(weekday, hours) != null) {
                                        members.problem(
                                                member.line(),
                                                "%s has hours twice.",
                                                weekday.name().toLowerCase(Locale.ROOT));
                                    }
                                }
                            });
        } else {
            members.problem(
                    members.lineOf("hours"),
                    "hours is missing; it names weekdays with their hours, like monday-friday: 09:00-13:00, 14:00-18:00.");
        }
        return week.entrySet().stream()
                .map(day -> new WeekdayHours(day.getKey(), day.getValue()))
                .toList();
    }

    private List<String> hours(YamlNode.Member member) {
        if (member.value() instanceof YamlNode.Scalar scalar && scalar.text() != null) {
            List<String> hours =
                    Arrays.stream(scalar.text().split(",")).map(String::strip).toList();
            if (hours.stream().allMatch(one -> HOURS.matcher(one).matches())) {
                return hours;
            }
        }
        problems.add(
                new FileProblem(member.line(), "Hours are written like 09:00-13:00, 14:00-18:00."));
        return List.of();
    }

    private List<DayOfWeek> weekdays(String name, int line) {
        Matcher form = WEEKDAYS.matcher(name.toLowerCase(Locale.ROOT));
        if (form.matches()) {
            DayOfWeek first = weekday(form.group(1));
            DayOfWeek last = form.group(2) == null ? first : weekday(form.group(2));
            if (first != null && last != null && first.compareTo(last) <= 0) {
                return Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0)
                        .toList();
            }
        }
        problems.add(
                new FileProblem(
                        line, "%s is no weekday; write monday or monday-friday.".formatted(name)));
        return List.of();
    }

    private static DayOfWeek weekday(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** A calendar of which only the years and days count; null if it is not known. */
    private WorkCalendar days(Members members) {
        String from = members.text("daysFrom");
        YamlNode years = members.node("knownYears");
        List<CalendarDay> days = own(members);
        List<String> holidays = yearlyHolidays(members);
        if (from == null) {
            int[] known = knownYears(members, years);
            return days(known[0], known[1], days, holidays);
        }
        if (years != null || !days.isEmpty() || !holidays.isEmpty()) {
            members.problem(
                    members.lineOf("daysFrom"),
                    "With daysFrom there are no own days, knownYears and yearlyHolidays.");
        }
        WorkCalendar other =
                calendars.stream()
                        .map(ReadFile.Entry::value)
                        .filter(calendar -> calendar.calendarId().equals(from))
                        .findFirst()
                        .orElseGet(() -> known.apply(from));
        if (other == null) {
            members.problem(
                    members.lineOf("daysFrom"),
                    "There is no calendar %s; it stands before this one or was imported earlier.",
                    from);
            return days(1, 1, List.of(), List.of());
        }
        return other;
    }

    private WorkCalendar days(int first, int last, List<CalendarDay> days, List<String> holidays) {
        return new WorkCalendar(
                "days", 1, null, "UTC", first, last, List.of(), 0, days, holidays, null, updatedAt);
    }

    private int[] knownYears(Members members, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            Matcher years = Pattern.compile("(\\d{4})(?:-(\\d{4}))?").matcher(scalar.text());
            if (years.matches()) {
                int first = Integer.parseInt(years.group(1));
                return new int[] {
                    first, years.group(2) == null ? first : Integer.parseInt(years.group(2))
                };
            }
        }
        members.problem(
                members.lineOf("knownYears"),
                "knownYears says for which years days are complete, like 2023-2026.");
        return new int[] {1, 1};
    }

    private List<String> yearlyHolidays(Members members) {
        List<String> holidays = new ArrayList<>();
        for (YamlNode.Scalar day : members.texts("yearlyHolidays")) {
            try {
                holidays.add(MonthDay.parse("--" + day.text()).toString().substring(2));
            } catch (DateTimeException e) {
                problems.add(
                        new FileProblem(
                                day.line(),
                                "%s is no day of a year; write 01-31.".formatted(day.text())));
            }
        }
        return holidays;
    }

    private List<CalendarDay> own(Members members) {
        List<CalendarDay> days = new ArrayList<>();
        YamlNode node = members.node("days");
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.members()
                    .forEach(
                            (date, member) -> {
                                CalendarDay day = day(date, member);
                                if (day != null) {
                                    days.add(day);
                                }
                            });
        } else if (node != null) {
            members.problem(node.line(), "days names dates, like 2025-11-01: short as monday.");
        }
        days.sort(Comparator.comparing(CalendarDay::date));
        return days;
    }

    private CalendarDay day(String date, YamlNode.Member member) {
        try {
            LocalDate.parse(date);
        } catch (DateTimeException e) {
            problems.add(
                    new FileProblem(
                            member.line(), "%s is no date; write 2025-01-31.".formatted(date)));
            return null;
        }
        if (member.value() instanceof YamlNode.Scalar scalar && scalar.text() != null) {
            String text = scalar.text();
            Matcher form = DAY.matcher(text);
            if (form.matches()) {
                DayOfWeek sameAs = form.group(2) == null ? null : weekday(form.group(2));
                if (form.group(2) == null || sameAs != null) {
                    return new CalendarDay(
                            date,
                            DayKind.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                            sameAs,
                            List.of(),
                            form.group(3));
                }
            }
            if (text.matches("\\d\\d:.*")) {
                List<String> hours = hours(member);
                return hours.isEmpty()
                        ? null
                        : new CalendarDay(date, DayKind.WORKING, null, hours, null);
            }
        }
        problems.add(
                new FileProblem(
                        member.line(),
                        "%s is off, short, working, working as monday, or has hours like 09:00-15:00."
                                .formatted(date)));
        return null;
    }
}
