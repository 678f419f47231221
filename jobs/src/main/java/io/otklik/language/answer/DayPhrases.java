package io.otklik.language.answer;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;

/** Names of days: dates, weekdays, «завтра», holidays. A date without a year is the nearest one. */
final class DayPhrases {

    private static final String WEEKDAY =
            "(?:понедельник[ау]?|вторник[ау]?|сред[ыуе]|четверг[ау]?|пятниц[ыуе]|суббот[ыуе]"
                    + "|воскресень[еяю]|пн|вт|ср|чт|пт|сб|вс)";

    static final List<DateRule> RULES =
            List.of(
                    DateRule.of("(\\d{4})-(\\d{2})-(\\d{2})", DayPhrases::isoDate),
                    DateRule.of(
                            "(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})(?:\\s*г\\b\\.?)?",
                            DayPhrases::numericDate),
                    DateRule.of(
                            "(?:("
                                    + RussianNumbers.DAY_PATTERN
                                    + ")(?:-?го)?(?:"
                                    + DateWords.DASH
                                    + "|\\s+(?:по|до|и|или)\\s+|,\\s*))?("
                                    + RussianNumbers.DAY_PATTERN
                                    + ")(?:-?(?:го|му))?(?:\\s+|(?<=\\d))("
                                    + DateWords.MONTH
                                    + ")"
                                    + DateWords.YEAR,
                            DayPhrases::dayOfMonth),
                    DateRule.of("(\\d{1,2})\\.(\\d{2})(?!\\s*(?:ч\\b|час))", DayPhrases::shortDate),
                    DateRule.of(
                            "(\\d{1,2})(?:-?(?:го|му))?\\s+числ\\p{L}+(?:\\s+"
                                    + DateWords.WHICH
                                    + "\\s+месяца)?",
                            DayPhrases::dayNumber),
                    DateRule.of(
                            "(?<=\\b(?:до|к|ко|на|с|после)\\s{1,3})(\\d{1,2})-?(?:го|му)\\b",
                            DayPhrases::dayOfThisMonth),
                    DateRule.of(
                            "(?<=\\b(?:до|к|ко)\\s{1,3})нов(?:ого|ому)\\s+году?а?\\b",
                            DayPhrases::newYear),
                    DateRule.of("майски(?:х|ми?|е)\\b", DayPhrases::mayHolidays),
                    DateRule.of(
                            "новогодни(?:х|ми?|е)\\s+(?:праздник|каникул)\\p{L}+",
                            DayPhrases::newYearHolidays),
                    DateRule.of(
                            "(?<=\\bдн(?:ю|я|ем)\\s{1,3})(победы|россии|знаний|народного\\s+единства"
                                    + "|защит(?:ы\\s+детей|ника\\s+отечества))\\b",
                            DayPhrases::namedDay),
                    DateRule.of(
                            "(?<=\\b(?:до|к|ко|на|после)\\s{1,3})пасх[иеу]\\b", DayPhrases::easter),
                    DateRule.of(
                            "(?<=начал\\p{L}\\s{1,3})(?:нового\\s+)?учебного\\s+года",
                            DayPhrases::schoolYear),
                    DateRule.of(
                            "(?:" + DateWords.WHICH + "\\s+)?выходны(?:е|х)\\b",
                            DayPhrases::weekend),
                    DateRule.of(
                            "(?<=\\b(?:в|во|до|к|ко|на|с|со|не\\s(?:позднее|позже))\\s{1,3})(?:"
                                    + DateWords.WHICH
                                    + "\\s+)?("
                                    + WEEKDAY
                                    + ")\\b(?:(?:"
                                    + DateWords.DASH
                                    + "|\\s+(?:или|и|по)\\s+(?:во?\\s+)?)("
                                    + WEEKDAY
                                    + ")\\b)?",
                            DayPhrases::weekday),
                    DateRule.of(
                            "\\bсегодня(?:" + DateWords.DASH + "|\\s+или\\s+)завтра\\b",
                            DayPhrases::todayOrTomorrow),
                    DateRule.of(
                            "\\b(послезавтра|завтрашн\\p{L}+|завтра|сегодняшн\\p{L}+|сегодня)\\b"
                                    + "(?:\\s+дня)?",
                            DayPhrases::nearDay));

    /** Of this and the last century. */
    private static final int JULIAN_DAYS_BEHIND = 13;

    private static final String[][] WEEKDAYS = {
        {"пон", "пн"},
        {"вт", "вт"},
        {"ср", "ср"},
        {"чет", "чт"},
        {"пят", "пт"},
        {"суб", "сб"},
        {"вос", "вс"}
    };

    private DayPhrases() {}

    private static Period isoDate(Matcher m, LocalDate published) {
        return Period.day(
                LocalDate.of(
                        DateWords.number(m, 1), DateWords.number(m, 2), DateWords.number(m, 3)));
    }

    private static Period numericDate(Matcher m, LocalDate published) {
        int year = DateWords.number(m, 3);
        return Period.day(
                LocalDate.of(
                        year < 100 ? 2000 + year : year,
                        DateWords.number(m, 2),
                        DateWords.number(m, 1)));
    }

    private static Period dayOfMonth(Matcher m, LocalDate published) {
        int month = DateWords.month(m.group(3));
        int day = RussianNumbers.parseDay(m.group(2));
        LocalDate last =
                m.group(4) == null
                        ? nearest(published, month, day)
                        : LocalDate.of(DateWords.number(m, 4), month, day);
        if (m.group(1) == null) {
            return Period.day(last);
        }
        LocalDate first = last.withDayOfMonth(RussianNumbers.parseDay(m.group(1)));
        return first.isAfter(last) ? Period.day(last) : new Period(first, last);
    }

    private static Period shortDate(Matcher m, LocalDate published) {
        return Period.day(nearest(published, DateWords.number(m, 2), DateWords.number(m, 1)));
    }

    private static Period dayNumber(Matcher m, LocalDate published) {
        LocalDate month = published;
        if (m.group(2) != null && DateWords.isNext(m.group(2))) {
            month = published.plusMonths(1);
        }
        return m.group(2) == null
                ? dayOfThisMonth(m, published)
                : Period.day(month.withDayOfMonth(DateWords.number(m, 1)));
    }

    /** The next day of that number. */
    private static Period dayOfThisMonth(Matcher m, LocalDate published) {
        LocalDate day = published.withDayOfMonth(DateWords.number(m, 1));
        return Period.day(
                day.isBefore(published)
                        ? published.plusMonths(1).withDayOfMonth(DateWords.number(m, 1))
                        : day);
    }

    private static Period newYear(Matcher m, LocalDate published) {
        return Period.day(LocalDate.of(published.getYear(), 12, 31));
    }

    private static Period mayHolidays(Matcher m, LocalDate published) {
        return yearly(published, 5, 1, 11);
    }

    private static Period newYearHolidays(Matcher m, LocalDate published) {
        return yearly(published, 1, 1, 8);
    }

    private static Period namedDay(Matcher m, LocalDate published) {
        return switch (m.group(1).replaceAll("\\s+", " ")) {
            case "победы" -> yearly(published, 5, 9, 9);
            case "россии" -> yearly(published, 6, 12, 12);
            case "знаний" -> yearly(published, 9, 1, 1);
            case "народного единства" -> yearly(published, 11, 4, 4);
            case "защиты детей" -> yearly(published, 6, 1, 1);
            default -> yearly(published, 2, 23, 23);
        };
    }

    private static Period easter(Matcher m, LocalDate published) {
        LocalDate day = easter(published.getYear());
        return Period.day(day.isBefore(published) ? easter(published.getYear() + 1) : day);
    }

    /** Orthodox Easter by Meeus' rule for the Julian calendar, as a day of the Gregorian one. */
    private static LocalDate easter(int year) {
        int moon = (19 * (year % 19) + 15) % 30;
        int day = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int days = moon + day + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(JULIAN_DAYS_BEHIND);
    }

    private static Period schoolYear(Matcher m, LocalDate published) {
        return yearly(published, 9, 1, 1);
    }

    /** Days of a month, of the year in which they are not over yet. */
    private static Period yearly(LocalDate published, int month, int first, int last) {
        LocalDate end = LocalDate.of(published.getYear(), month, last);
        LocalDate next = end.isBefore(published) ? end.plusYears(1) : end;
        return new Period(next.withDayOfMonth(first), next);
    }

    private static Period weekend(Matcher m, LocalDate published) {
        LocalDate saturday = published.with(DayOfWeek.SATURDAY);
        if (m.group(1) != null && DateWords.isNext(m.group(1))) {
            saturday = saturday.plusWeeks(1);
        }
        return new Period(saturday, saturday.plusDays(1));
    }

    private static Period weekday(Matcher m, LocalDate published) {
        DayOfWeek day = dayOfWeek(m.group(2));
        if (m.group(1) != null && DateWords.isNext(m.group(1))) {
            return toWeekday(published.with(DayOfWeek.MONDAY).plusWeeks(1).with(day), m.group(3));
        }
        LocalDate thisWeek = published.with(day);
        // Who means the day on which he writes says «сегодня».
        return toWeekday(
                thisWeek.isAfter(published) ? thisWeek : thisWeek.plusWeeks(1), m.group(3));
    }

    /** From a day to the next of that name. */
    private static Period toWeekday(LocalDate first, String last) {
        return new Period(
                first,
                last == null ? first : first.with(TemporalAdjusters.nextOrSame(dayOfWeek(last))));
    }

    private static DayOfWeek dayOfWeek(String word) {
        int day = 0;
        while (!word.startsWith(WEEKDAYS[day][0]) && !word.startsWith(WEEKDAYS[day][1])) {
            day++;
        }
        return DayOfWeek.of(day + 1);
    }

    private static Period nearDay(Matcher m, LocalDate published) {
        String word = m.group(1);
        int days = word.startsWith("после") ? 2 : word.startsWith("завтра") ? 1 : 0;
        return Period.day(published.plusDays(days));
    }

    private static Period todayOrTomorrow(Matcher m, LocalDate published) {
        return new Period(published, published.plusDays(1));
    }

    /** The day of that name that lies nearest to the message, before it or after. */
    private static LocalDate nearest(LocalDate published, int month, int day) {
        LocalDate best = null;
        for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
            LocalDate candidate = LocalDate.of(year, month, 1).plusDays(day - 1L);
            if (candidate.getMonthValue() != month) {
                throw new DateTimeException("no such day");
            }
            if (best == null || distance(candidate, published) < distance(best, published)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long distance(LocalDate a, LocalDate b) {
        return Math.abs(a.toEpochDay() - b.toEpochDay());
    }
}
