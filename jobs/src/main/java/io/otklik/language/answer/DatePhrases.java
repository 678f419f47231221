package io.otklik.language.answer;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of Russian dates and terms as officials write them. Each phrase is resolved against
 * the day of the message: a date without a year is the nearest one, «в течение 3 рабочих дней»
 * counts from the next day and skips Saturdays and Sundays (holidays are the working calendar's).
 *
 * <p>Reads text of {@link DateMask}. What a limit word («до», «к», «не позднее») before a phrase or
 * a part («в конце», «во второй половине») makes of it is worked out here too.
 */
final class DatePhrases {

    private static final String MONTH =
            "(?:(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}{0,2}"
                    + "|ма[йяею])(?!\\p{L})";
    private static final String[] MONTH_STEMS = {
        "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"
    };
    private static final String[] WEEKDAY_STEMS = {"пон", "вто", "сре", "чет", "пят", "суб", "вос"};
    private static final String YEAR = "(?:\\s+(\\d{4})(?:\\s*г(?:ода?у?\\b|\\.|\\b)?)?)?";
    private static final String THIS = "(?:эт|текущ|нынешн)\\p{L}+";
    private static final String NEXT = "(?:следующ|будущ)\\p{L}+";
    private static final String WHICH = "(" + THIS + "|" + NEXT + "|ближайш\\p{L}+)";
    private static final String ORDINAL =
            "(iv|iii|ii|i|[1-4](?:-?(?:й|м|ом|ого|го|е))?|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|четверт\\p{L}+)";
    private static final String DASH = "\\s*[-–—]\\s*";

    private static final List<Rule> RULES =
            List.of(
                    rule("(\\d{4})-(\\d{2})-(\\d{2})", DatePhrases::isoDate),
                    rule(
                            "(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})(?:\\s*г\\b\\.?)?",
                            DatePhrases::numericDate),
                    rule(
                            "(?:(\\d{1,2})(?:-?го)?(?:"
                                    + DASH
                                    + "|\\s+(?:по|до|и|или)\\s+|,\\s*))?(\\d{1,2})(?:-?(?:го|му))?\\s+("
                                    + MONTH
                                    + ")"
                                    + YEAR,
                            DatePhrases::dayOfMonth),
                    rule("(\\d{1,2})\\.(\\d{2})(?!\\s*(?:ч\\b|час))", DatePhrases::shortDate),
                    rule(
                            "(\\d{1,2})(?:-?(?:го|му))?\\s+числ\\p{L}+(?:\\s+"
                                    + WHICH
                                    + "\\s+месяца)?",
                            DatePhrases::dayNumber),
                    rule(
                            ORDINAL
                                    + "(?:(?:"
                                    + DASH
                                    + "|\\s+и\\s+)"
                                    + ORDINAL
                                    + ")?\\s+кв(?:артал\\p{L}*|\\.)"
                                    + YEAR,
                            DatePhrases::quarter),
                    rule(WHICH + "\\s+квартал\\p{L}*", DatePhrases::namedQuarter),
                    rule("(?:(конц\\p{L})\\s+)квартала", DatePhrases::thisQuarter),
                    rule(ORDINAL + "\\s+полугоди\\p{L}+" + YEAR, DatePhrases::halfYear),
                    rule(
                            "(весн(?:ой|ы|е)|лет(?:ом|а|у)|осен(?:ью|и)|зим(?:ой|ы|е))\\b"
                                    + "(?:\\s+("
                                    + THIS
                                    + "|"
                                    + NEXT
                                    + ")\\s+года)?"
                                    + YEAR,
                            DatePhrases::season),
                    rule(
                            "("
                                    + MONTH
                                    + ")(?:(?:"
                                    + DASH
                                    + "|\\s+(?:и|или)\\s+)("
                                    + MONTH
                                    + "))?"
                                    + YEAR,
                            DatePhrases::months),
                    rule(WHICH + "\\s+месяц\\p{L}*", DatePhrases::namedMonth),
                    rule("(?<=(?:конц|начал|середин)\\p{L}\\s)месяца", DatePhrases::thisMonth),
                    rule(
                            "((?:19|20)\\d{2})(?:(?:"
                                    + DASH
                                    + "|\\s+и\\s+)((?:20)?\\d{2}))?\\s*г(?:од\\p{L}*|г?\\b\\.?)",
                            DatePhrases::years),
                    rule("(" + THIS + "|" + NEXT + ")\\s+год\\p{L}*", DatePhrases::namedYear),
                    rule("(?<=(?:конц|начал|середин)\\p{L}\\s)года", DatePhrases::thisYear),
                    rule(
                            "(?<=\\b(?:до|к|ко)\\s)нов(?:ого|ому)\\s+году?а?\\b",
                            DatePhrases::newYear),
                    rule(WHICH + "\\s+недел\\p{L}+", DatePhrases::namedWeek),
                    rule(
                            "(?<=(?:конц|начал|середин)\\p{L}\\s)недели|(?<=\\bна\\s)неделе",
                            DatePhrases::thisWeek),
                    rule("(?:" + WHICH + "\\s+)?выходны(?:е|х)\\b", DatePhrases::weekend),
                    rule(
                            "(?<=\\b(?:в|во|до|к|ко)\\s)(?:"
                                    + WHICH
                                    + "\\s+)?(понедельник[ау]?|вторник[ау]?|сред[ыуе]|четверг[ау]?"
                                    + "|пятниц[ыуе]|суббот[ыуе]|воскресень[еяю])\\b",
                            DatePhrases::weekday),
                    rule(
                            "\\b(послезавтра|завтрашн\\p{L}+|завтра|сегодняшн\\p{L}+|сегодня)\\b"
                                    + "(?:\\s+дня)?",
                            DatePhrases::nearDay),
                    rule("(?<=(?:конц)\\p{L}\\s)(?:рабочего\\s+)?дня", DatePhrases::endOfDay),
                    rule(
                            "(?:в\\s+течени[еи]|через|не\\s+(?:позднее|позже|более)(?:\\s+чем)?(?:\\s+(?:через|за))?"
                                    + "|в\\s+срок(?:\\s+(?:до|не\\s+более))?|в\\s+ближайшие|займ[её]т(?:\\s+до)?)"
                                    + "\\s+(?:ближайш\\p{L}+\\s+)?(?:("
                                    + RussianNumbers.PATTERN
                                    + ")(?:-?х)?(?:(?:"
                                    + DASH
                                    + "|\\s+или\\s+)("
                                    + RussianNumbers.PATTERN
                                    + "))?(?:-?х|-?ти)?\\s+)?(?:\\([\\p{L}\\s]+\\)\\s*)?(рабоч\\p{L}+\\s+|календарн\\p{L}+\\s+)?"
                                    + "(час|дн|ден|сут|недел|месяц|год|лет\\b)(\\p{L}*)",
                            DatePhrases::duration),
                    rule(
                            "в\\s+(?:("
                                    + RussianNumbers.PATTERN
                                    + ")\\s*-?\\s*)?(дневн|недельн|месячн|суточн)\\p{L}+\\s+срок",
                            DatePhrases::adjectiveTerm));

    private static final WordPatterns PATTERNS =
            new WordPatterns(RULES.stream().map(Rule::expression).toList());

    private static final Pattern PART =
            Pattern.compile(
                    "(конц\\p{L}|начал\\p{L}|середин\\p{L}|первой\\s+половин\\p{L}|второй\\s+половин\\p{L})\\s+$");
    private static final Pattern LIMIT =
            Pattern.compile(
                    "(?:^|[^\\p{L}])(до|к|ко|по|не\\s+(?:позднее|позже)(?:\\s+чем)?|в\\s+срок)\\s+$");

    /** Names a time that goes on, so that «до» before it does not exclude it. */
    private static final int LONGEST_LOOK_BACK = 40;

    /** Farther than this no official promises; such a date is the name of something. */
    private static final int MOST_YEARS = 15;

    /** Days after which nobody names a date without its year as a term that has ended. */
    private static final int NOT_LONG_AGO = 45;

    private static final Pattern NAMES_YEAR = Pattern.compile("\\d{4}");

    private DatePhrases() {}

    /** All times that a masked text names, in its order; those before the message left out. */
    static List<Found> find(String masked, LocalDate published) {
        List<Found> found = new ArrayList<>();
        boolean[] taken = new boolean[masked.length() + 1];
        List<Start> starts = starts(masked);
        for (int rule = 0; rule < RULES.size() && !starts.isEmpty(); rule++) {
            Matcher matcher = PATTERNS.matcher(rule, masked);
            for (Start start : starts) {
                if ((start.rules >>> rule & 1) == 0
                        || taken[start.at]
                        || !matcher.region(start.at, masked.length()).lookingAt()
                        || taken[matcher.end() - 1]) {
                    continue;
                }
                Period period = read(RULES.get(rule), matcher, published);
                if (period == null) {
                    continue;
                }
                Arrays.fill(taken, matcher.start(), matcher.end(), true);
                Found resolved = limit(masked, matcher, period, published);
                if (!resolved.until.isBefore(published)
                        && resolved.until.isBefore(published.plusYears(MOST_YEARS))) {
                    found.add(resolved);
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::begin));
        return found;
    }

    private static List<Start> starts(String masked) {
        List<Start> starts = new ArrayList<>();
        for (int at = WordPatterns.nextStart(masked, -1);
                at >= 0;
                at = WordPatterns.nextStart(masked, at)) {
            long rules = PATTERNS.mayStart(masked, at);
            if (rules != 0) {
                starts.add(new Start(at, rules));
            }
        }
        return starts;
    }

    private static Period read(Rule rule, Matcher matcher, LocalDate published) {
        try {
            return rule.reader.read(matcher, published);
        } catch (DateTimeException e) {
            return null; // the 31st of a short month, a 13th month: not a date
        }
    }

    private static Found limit(String masked, Matcher matcher, Period named, LocalDate published) {
        String before =
                masked.substring(Math.max(0, matcher.start() - LONGEST_LOOK_BACK), matcher.start());
        Matcher part = PART.matcher(before);
        Period period = named;
        boolean end = false;
        if (part.find()) {
            period = named.part(part.group(1));
            end = true;
            before = before.substring(0, part.start());
        }
        Matcher limit = LIMIT.matcher(before);
        boolean limited = limit.find();
        boolean term =
                !limited
                        && matcher.group().matches("(?:в течени|не |в срок|в ближай|через|займ).*");
        boolean longAgo = period.last().isBefore(published.minusDays(NOT_LONG_AGO));
        if (limited && longAgo && !NAMES_YEAR.matcher(matcher.group()).find()) {
            // «До 1 ноября», said in April, is no term that ended half a year ago.
            period = new Period(period.first().plusYears(1), period.last().plusYears(1));
        }
        boolean oneDay = named.first().equals(named.last());
        LocalDate until = period.last();
        if (limited && !end && !oneDay && limit.group(1).matches("до|ко?")) {
            until = period.first().minusDays(1);
            if (until.isBefore(published)) {
                until = period.last();
            }
        } else if (limited
                && end
                && limit.group(1).matches("до|ко?")
                && startsPeriod(part.group(1))) {
            until = period.first();
        }
        LocalDate from =
                limited || term || period.first().isBefore(published) ? published : period.first();
        return new Found(from, until, limited || term, oneDay, matcher.start(), matcher.end());
    }

    private static boolean startsPeriod(String part) {
        return part.startsWith("нач") || part.startsWith("сер");
    }

    private static Period isoDate(Matcher m, LocalDate published) {
        return Period.day(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)));
    }

    private static Period numericDate(Matcher m, LocalDate published) {
        int year = number(m, 3);
        return Period.day(
                LocalDate.of(year < 100 ? 2000 + year : year, number(m, 2), number(m, 1)));
    }

    private static Period dayOfMonth(Matcher m, LocalDate published) {
        int month = month(m.group(3));
        int day = number(m, 2);
        LocalDate last =
                m.group(4) == null
                        ? nearest(published, month, day)
                        : LocalDate.of(number(m, 4), month, day);
        if (m.group(1) == null) {
            return Period.day(last);
        }
        LocalDate first = last.withDayOfMonth(number(m, 1));
        return first.isAfter(last) ? Period.day(last) : new Period(first, last);
    }

    private static Period shortDate(Matcher m, LocalDate published) {
        return Period.day(nearest(published, number(m, 2), number(m, 1)));
    }

    private static Period dayNumber(Matcher m, LocalDate published) {
        LocalDate month = published;
        if (m.group(2) != null && isNext(m.group(2))) {
            month = published.plusMonths(1);
        }
        LocalDate day = month.withDayOfMonth(number(m, 1));
        return Period.day(
                day.isBefore(published) && m.group(2) == null
                        ? published.plusMonths(1).withDayOfMonth(number(m, 1))
                        : day);
    }

    private static Period quarter(Matcher m, LocalDate published) {
        int from = ordinal(m.group(1));
        int to = m.group(2) == null ? from : ordinal(m.group(2));
        int year = m.group(3) == null ? published.getYear() : number(m, 3);
        Period period = Period.months(year, 3 * from - 2, 3 * to);
        return m.group(3) == null && period.last().isBefore(published)
                ? Period.months(year + 1, 3 * from - 2, 3 * to)
                : period;
    }

    private static Period namedQuarter(Matcher m, LocalDate published) {
        LocalDate at = isNext(m.group(1)) ? published.plusMonths(3) : published;
        int quarter = (at.getMonthValue() + 2) / 3;
        return Period.months(at.getYear(), 3 * quarter - 2, 3 * quarter);
    }

    private static Period thisQuarter(Matcher m, LocalDate published) {
        int quarter = (published.getMonthValue() + 2) / 3;
        return Period.months(published.getYear(), 3 * quarter - 2, 3 * quarter);
    }

    private static Period halfYear(Matcher m, LocalDate published) {
        int half = ordinal(m.group(1));
        int year = m.group(2) == null ? published.getYear() : number(m, 2);
        Period period = Period.months(year, 6 * half - 5, 6 * half);
        return m.group(2) == null && period.last().isBefore(published)
                ? Period.months(year + 1, 6 * half - 5, 6 * half)
                : period;
    }

    private static Period season(Matcher m, LocalDate published) {
        int first =
                switch (m.group(1).charAt(0)) {
                    case 'в' -> 3;
                    case 'л' -> 6;
                    case 'о' -> 9;
                    default -> 12;
                };
        int year = published.getYear();
        if (m.group(3) != null) {
            year = number(m, 3);
        } else if (m.group(2) != null && isNext(m.group(2))) {
            year++;
        }
        Period season = threeMonths(year, first);
        boolean unnamed = m.group(2) == null && m.group(3) == null;
        if (unnamed && first == 12 && published.getMonthValue() <= 2) {
            return threeMonths(year - 1, first);
        }
        return unnamed && season.last().isBefore(published) ? threeMonths(year + 1, first) : season;
    }

    private static Period threeMonths(int year, int first) {
        LocalDate begin = LocalDate.of(year, first, 1);
        return new Period(begin, begin.plusMonths(3).minusDays(1));
    }

    private static Period months(Matcher m, LocalDate published) {
        int from = month(m.group(1));
        int to = m.group(2) == null ? from : month(m.group(2));
        int year = m.group(3) == null ? published.getYear() : number(m, 3);
        int lastYear = to < from ? year + 1 : year;
        Period period = Period.month(year, from).to(Period.month(lastYear, to));
        boolean gone = m.group(3) == null && period.last().isBefore(published);
        if (gone && ChronoUnit.DAYS.between(period.last(), published) > 180) {
            return Period.month(year + 1, from).to(Period.month(lastYear + 1, to));
        }
        return period;
    }

    private static Period namedMonth(Matcher m, LocalDate published) {
        LocalDate at = isNext(m.group(1)) ? published.plusMonths(1) : published;
        return m.group(1).startsWith("ближ")
                ? new Period(published, published.plusMonths(1))
                : Period.month(at.getYear(), at.getMonthValue());
    }

    private static Period thisMonth(Matcher m, LocalDate published) {
        return Period.month(published.getYear(), published.getMonthValue());
    }

    private static Period years(Matcher m, LocalDate published) {
        int first = number(m, 1);
        if (m.group(2) == null) {
            return Period.year(first);
        }
        int last = number(m, 2);
        return Period.year(first).to(Period.year(last < 100 ? 2000 + last : last));
    }

    private static Period namedYear(Matcher m, LocalDate published) {
        return Period.year(published.getYear() + (isNext(m.group(1)) ? 1 : 0));
    }

    private static Period thisYear(Matcher m, LocalDate published) {
        return Period.year(published.getYear());
    }

    private static Period newYear(Matcher m, LocalDate published) {
        return Period.day(LocalDate.of(published.getYear(), 12, 31));
    }

    private static Period namedWeek(Matcher m, LocalDate published) {
        LocalDate monday = published.with(DayOfWeek.MONDAY);
        if (m.group(1).startsWith("ближ")) {
            return new Period(published, published.plusWeeks(1));
        }
        LocalDate first = isNext(m.group(1)) ? monday.plusWeeks(1) : monday;
        return new Period(first, first.plusDays(6));
    }

    private static Period thisWeek(Matcher m, LocalDate published) {
        LocalDate monday = published.with(DayOfWeek.MONDAY);
        return new Period(monday, monday.plusDays(6));
    }

    private static Period weekend(Matcher m, LocalDate published) {
        LocalDate saturday = published.with(DayOfWeek.SATURDAY);
        if (m.group(1) != null && isNext(m.group(1))) {
            saturday = saturday.plusWeeks(1);
        }
        return new Period(saturday, saturday.plusDays(1));
    }

    private static Period weekday(Matcher m, LocalDate published) {
        DayOfWeek day = null;
        for (int i = 0; i < WEEKDAY_STEMS.length; i++) {
            if (m.group(2).startsWith(WEEKDAY_STEMS[i])) {
                day = DayOfWeek.of(i + 1);
            }
        }
        if (m.group(1) != null && isNext(m.group(1))) {
            return Period.day(published.with(DayOfWeek.MONDAY).plusWeeks(1).with(day));
        }
        LocalDate thisWeek = published.with(day);
        return Period.day(thisWeek.isBefore(published) ? thisWeek.plusWeeks(1) : thisWeek);
    }

    private static Period nearDay(Matcher m, LocalDate published) {
        String word = m.group(1);
        int days = word.startsWith("после") ? 2 : word.startsWith("завтра") ? 1 : 0;
        return Period.day(published.plusDays(days));
    }

    private static Period endOfDay(Matcher m, LocalDate published) {
        return Period.day(published);
    }

    private static Period duration(Matcher m, LocalDate published) {
        String unit = m.group(4);
        String more = m.group(2) == null ? m.group(1) : m.group(2);
        if (more == null
                && (unit.equals("лет")
                        || (unit + m.group(5)).matches("дни|дней|часы|часов|недели?|месяцы|годы")
                                && !(unit + m.group(5)).equals("недели"))) {
            return null; // «в ближайшие дни» names no day
        }
        if (more == null && unit.startsWith("д")) {
            return Period.day(published); // «в течение (рабочего) дня»
        }
        int count = more == null ? 1 : RussianNumbers.parse(more);
        boolean working = m.group(3) != null && m.group(3).startsWith("раб");
        return new Period(published, after(published, count, unit, working));
    }

    private static Period adjectiveTerm(Matcher m, LocalDate published) {
        int count = m.group(1) == null ? 1 : RussianNumbers.parse(m.group(1));
        String unit =
                switch (m.group(2).charAt(0)) {
                    case 'н' -> "недел";
                    case 'м' -> "месяц";
                    default -> "дн";
                };
        return new Period(published, after(published, count, unit, false));
    }

    private static LocalDate after(LocalDate day, int count, String unit, boolean working) {
        return switch (unit.charAt(0)) {
            case 'ч' -> day.plusDays((count + 12) / 24);
            case 'н' -> day.plusWeeks(count);
            case 'м' -> day.plusMonths(count);
            case 'г', 'л' -> day.plusYears(count);
            default -> working ? plusWorkingDays(day, count) : day.plusDays(count);
        };
    }

    private static LocalDate plusWorkingDays(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; ) {
            at = at.plusDays(1);
            if (at.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()) {
                left--;
            }
        }
        return at;
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

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static boolean isNext(String word) {
        return word.startsWith("следующ") || word.startsWith("будущ");
    }

    private static int month(String word) {
        for (int i = 0; i < MONTH_STEMS.length; i++) {
            if (word.startsWith(MONTH_STEMS[i])) {
                return i + 1;
            }
        }
        throw new DateTimeException("no month: " + word);
    }

    private static int ordinal(String word) {
        if (word.startsWith("iv") || word.startsWith("чет")) {
            return 4;
        }
        if (word.startsWith("i")) {
            return word.length();
        }
        return switch (word.charAt(0)) {
            case 'п' -> 1;
            case 'в' -> 2;
            case 'т' -> 3;
            default -> word.charAt(0) - '0';
        };
    }

    private static Rule rule(String expression, Reader reader) {
        return new Rule("(?<![\\p{L}\\d.,/:-])(?:" + expression + ")(?![\\d]|-\\d)", reader);
    }

    /** Reads the period that a match names; null if it names none. */
    private interface Reader {
        Period read(Matcher matcher, LocalDate published);
    }

    private record Rule(String expression, Reader reader) {}

    /** Where a phrase may begin, and the bits of the rules that may read it. */
    private record Start(int at, long rules) {}

    /**
     * A time named in a text.
     *
     * @param limited whether a word such as «до» or «в течение» makes it a term
     * @param oneDay whether it names a single day
     */
    record Found(
            LocalDate from, LocalDate until, boolean limited, boolean oneDay, int begin, int end) {}
}
