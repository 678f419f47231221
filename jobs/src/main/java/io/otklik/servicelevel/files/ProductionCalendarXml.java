package io.otklik.servicelevel.files;

import io.otklik.schemas.CalendarDay;
import io.otklik.schemas.DayKind;
import io.otklik.yaml.FileProblem;
import io.otklik.yaml.ReadFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a year of the Russian production calendar: {@code t=1} a day off, {@code t=2} a short day
 * (worked whatever its weekday), {@code t=3} a worked day off, {@code f} the day off that was moved
 * here, {@code h} the holiday. A Saturday that is worked has the hours of the weekday that its day
 * off was moved to.
 */
public final class ProductionCalendarXml {

    private static final XMLInputFactory FACTORY = XMLInputFactory.newFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, String> holidays = new HashMap<>();
    private final List<Day> days = new ArrayList<>();
    private int year;

    private ProductionCalendarXml() {}

    /**
     * One year of a production calendar.
     *
     * @param days those that depart from their weekday, in order
     */
    public record Year(int year, List<CalendarDay> days) {}

    /** The one year that a file holds. */
    public static ReadFile<Year> read(String text) {
        ProductionCalendarXml reader = new ProductionCalendarXml();
        reader.readAll(text);
        if (!reader.problems.isEmpty()) {
            return new ReadFile<>(List.of(), reader.problems);
        }
        return new ReadFile<>(
                List.of(new ReadFile.Entry<>(1, new Year(reader.year, reader.calendarDays()))),
                List.of());
    }

    private void readAll(String text) {
        try {
            // A mark before the prolog is common in such files.
            XMLStreamReader in =
                    FACTORY.createXMLStreamReader(
                            new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            while (in.hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT) {
                    element(in);
                }
            }
        } catch (XMLStreamException e) {
            problems.add(
                    new FileProblem(
                            e.getLocation() == null
                                    ? 1
                                    : Math.max(1, e.getLocation().getLineNumber()),
                            "This is no XML."));
        }
        if (problems.isEmpty() && year == 0) {
            problems.add(new FileProblem(1, "There is no element calendar with a year."));
        }
        if (problems.isEmpty() && days.isEmpty()) {
            problems.add(new FileProblem(1, "The calendar names no day."));
        }
    }

    private void element(XMLStreamReader in) {
        int line = in.getLocation().getLineNumber();
        switch (in.getLocalName()) {
            case "calendar" -> {
                String text = in.getAttributeValue(null, "year");
                if (text == null || !text.matches("[12]\\d{3}")) {
                    problems.add(
                            new FileProblem(
                                    line,
                                    "calendar has the year %s; it is like 2027.".formatted(text)));
                } else {
                    year = Integer.parseInt(text);
                }
            }
            case "holiday" ->
                    holidays.put(
                            String.valueOf(in.getAttributeValue(null, "id")),
                            in.getAttributeValue(null, "title"));
            case "day" -> day(in, line);
            default -> {
                // Whatever else such a file may tell does not change the days.
            }
        }
    }

    private void day(XMLStreamReader in, int line) {
        LocalDate date = date(in.getAttributeValue(null, "d"), line);
        DayKind kind = kind(in.getAttributeValue(null, "t"), line);
        String moved = in.getAttributeValue(null, "f");
        LocalDate from = moved == null ? null : date(moved, line);
        if (date == null || kind == null) {
            return;
        }
        if (days.stream().anyMatch(day -> day.date().equals(date))) {
            problems.add(new FileProblem(line, "%s stands twice.".formatted(date)));
        }
        String holiday = in.getAttributeValue(null, "h");
        days.add(new Day(date, kind, from, holiday == null ? null : holidays.get(holiday)));
    }

    private LocalDate date(String text, int line) {
        if (text != null && text.matches("\\d\\d\\.\\d\\d") && year != 0) {
            try {
                return LocalDate.of(
                        year,
                        Integer.parseInt(text.substring(0, 2)),
                        Integer.parseInt(text.substring(3)));
            } catch (DateTimeException e) {
                // Falls through to the same sentence.
            }
        }
        problems.add(
                new FileProblem(
                        line,
                        "A day is written month.day like 02.23, and not %s.".formatted(text)));
        return null;
    }

    private DayKind kind(String text, int line) {
        switch (String.valueOf(text)) {
            case "1":
                return DayKind.OFF;
            case "2":
                return DayKind.SHORT;
            case "3":
                return DayKind.WORKING;
            default:
                problems.add(
                        new FileProblem(
                                line,
                                "A day has t=1 (off), 2 (short) or 3 (worked), and not %s."
                                        .formatted(text)));
                return null;
        }
    }

    private List<CalendarDay> calendarDays() {
        Map<LocalDate, DayOfWeek> worksFor = new HashMap<>();
        Set<LocalDate> worked = new HashSet<>();
        days.stream()
                .filter(day -> day.kind() != DayKind.OFF)
                .forEach(day -> worked.add(day.date()));
        for (Day day : days) {
            if (day.movedFrom() != null && worked.contains(day.movedFrom())) {
                worksFor.put(day.movedFrom(), day.date().getDayOfWeek());
            }
        }
        return days.stream()
                .sorted(Comparator.comparing(Day::date))
                .map(
                        day ->
                                new CalendarDay(
                                        day.date().toString(),
                                        day.kind(),
                                        worksFor.get(day.date()),
                                        List.of(),
                                        day.holiday()))
                .toList();
    }

    private record Day(LocalDate date, DayKind kind, LocalDate movedFrom, String holiday) {}
}
