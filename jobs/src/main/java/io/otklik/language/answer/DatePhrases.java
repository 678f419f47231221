package io.otklik.language.answer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds Russian dates and terms as officials write them ({@link DayPhrases}, {@link PeriodPhrases},
 * {@link TermPhrases}, {@link HourPhrases}), each resolved against the day of the message, in text
 * of {@link DateMask}; and works out what a limit word («до», «к», «не позднее») before a phrase or
 * a part of it («в конце», «во второй половине») makes of it.
 */
final class DatePhrases {

    private static final List<DateRule> RULES =
            Stream.of(DayPhrases.RULES, PeriodPhrases.RULES, TermPhrases.RULES, HourPhrases.RULES)
                    .flatMap(List::stream)
                    .toList();

    private static final int FIRST_OF_HOURS = RULES.size() - HourPhrases.RULES.size();

    /** A day named so near to a time of the day is the day that is meant. */
    private static final int BESIDE = 24;

    private static final WordPatterns PATTERNS =
            new WordPatterns(RULES.stream().map(DateRule::expression).toList());

    private static final Pattern PART =
            Pattern.compile(
                    "(конц\\p{L}|начал\\p{L}|середин\\p{L}|первой\\s+половин\\p{L}|второй\\s+половин\\p{L})\\s+$");

    /** A time of the day, written or blanked, may stand between: «до 18:00 15 сентября». */
    private static final Pattern LIMIT =
            Pattern.compile(
                    "(?:^|[^\\p{L}])(до|к|ко|по|не\\s+(?:позднее|позже)(?:\\s+чем)?|в\\s+срок)\\s+"
                            + "(?:\\d{1,2}(?:[.:-]\\d{2}(?:\\s*ч(?:ас\\p{L}*|\\.)?)?|\\s*ч(?:ас\\p{L}*|\\.)?)\\s+|~\\s+)?$");

    /** Before a time from which on something may happen: no term. */
    private static final Pattern NOT_BEFORE =
            Pattern.compile(
                    "(?:^|[^\\p{L}])(?:после|не\\s+(?:раньше|ранее)(?:\\s+чем)?(?:\\s+(?:с|со|в|во))?)\\s+"
                            + "(?:(?:конц|начал|середин)\\p{L}\\s+)?$");

    /** Words of {@link #LIMIT} that leave out the time itself. */
    private static final Set<String> EXCLUDES = Set.of("до", "к", "ко");

    /** A time that is a term by its own words. */
    private static final Pattern TERM =
            Pattern.compile("(?:в теч|не |в срок|срок|в ближай|через|займ).*");

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
        List<WordPatterns.Start> starts = PATTERNS.starts(masked);
        for (long may = WordPatterns.mayMatch(starts); may != 0; may &= may - 1) {
            int rule = Long.numberOfTrailingZeros(may);
            Matcher matcher = PATTERNS.matcher(rule, masked);
            for (WordPatterns.Start start : starts) {
                if (!start.mayBe(rule)
                        || taken[start.at()]
                        || !matcher.region(start.at(), masked.length()).lookingAt()
                        || taken[matcher.end() - 1]) {
                    continue;
                }
                Period period = read(RULES.get(rule), matcher, published);
                if (period == null) {
                    continue;
                }
                Arrays.fill(taken, matcher.start(), matcher.end(), true);
                if (NOT_BEFORE.matcher(before(masked, matcher)).find()) {
                    continue;
                }
                Found resolved = limit(masked, matcher, period, published);
                if (rule >= FIRST_OF_HOURS && limits(resolved, found)) {
                    continue;
                }
                if (!resolved.until.isBefore(published)
                        && resolved.until.isBefore(published.plusYears(MOST_YEARS))) {
                    found.add(resolved);
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::begin));
        return found;
    }

    /** Whether a time of the day stands beside a day; a limit («до 18:00») is that of the day. */
    private static boolean limits(Found hour, List<Found> days) {
        for (int i = 0; i < days.size(); i++) {
            Found day = days.get(i);
            if (day.begin - hour.end <= BESIDE && hour.begin - day.end <= BESIDE) {
                days.set(i, hour.limited ? day.asTerm() : day);
                return true;
            }
        }
        return false;
    }

    private static Period read(DateRule rule, Matcher matcher, LocalDate published) {
        try {
            return rule.reader().read(matcher, published);
        } catch (DateTimeException e) {
            return null; // the 31st of a short month, a 13th month: not a date
        }
    }

    private static Found limit(String masked, Matcher matcher, Period named, LocalDate published) {
        String before = before(masked, matcher);
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
        boolean term = !limited && TERM.matcher(matcher.group()).matches();
        boolean longAgo = period.last().isBefore(published.minusDays(NOT_LONG_AGO));
        if (limited && longAgo && !NAMES_YEAR.matcher(matcher.group()).find()) {
            // «До 1 ноября», said in April, is no term that ended half a year ago.
            period = new Period(period.first().plusYears(1), period.last().plusYears(1));
        }
        boolean oneDay = named.first().equals(named.last());
        LocalDate until = period.last();
        if (limited && !end && !oneDay && EXCLUDES.contains(limit.group(1))) {
            until = period.first().minusDays(1);
            if (until.isBefore(published)) {
                until = period.last();
            }
        } else if (limited
                && end
                && EXCLUDES.contains(limit.group(1))
                && startsPeriod(part.group(1))) {
            until = period.first();
        }
        LocalDate from =
                limited || term || period.first().isBefore(published) ? published : period.first();
        return new Found(from, until, limited || term, oneDay, matcher.start(), matcher.end());
    }

    private static String before(String masked, Matcher matcher) {
        return masked.substring(Math.max(0, matcher.start() - LONGEST_LOOK_BACK), matcher.start());
    }

    private static boolean startsPeriod(String part) {
        return part.startsWith("нач") || part.startsWith("сер");
    }

    /**
     * A time named in a text.
     *
     * @param limited whether a word such as «до» or «в течение» makes it a term
     * @param oneDay whether it names a single day
     */
    record Found(
            LocalDate from, LocalDate until, boolean limited, boolean oneDay, int begin, int end) {

        Found asTerm() {
            return new Found(from, until, true, oneDay, begin, end);
        }
    }
}
