package io.otklik.language.answer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Names of weeks, months, quarters, seasons and years. One without a year is the next to come,
 * unless the message stands in it.
 */
final class PeriodPhrases {

    static final List<DateRule> RULES =
            List.of(
                    DateRule.of(
                            DateWords.ORDINAL
                                    + "(?:(?:"
                                    + DateWords.DASH
                                    + "|\\s+и\\s+)"
                                    + DateWords.ORDINAL
                                    + ")?\\s*кв(?:артал\\p{L}*|\\.|(?=\\s+20\\d{2}))"
                                    + DateWords.YEAR,
                            PeriodPhrases::quarter),
                    DateRule.of(
                            DateWords.WHICH + "\\s+квартал\\p{L}*", PeriodPhrases::namedQuarter),
                    DateRule.of("(?:(конц\\p{L})\\s+)квартала", PeriodPhrases::thisQuarter),
                    DateRule.of(
                            DateWords.ORDINAL + "\\s+полугоди\\p{L}+" + DateWords.YEAR,
                            PeriodPhrases::halfYear),
                    DateRule.of(
                            "(весн(?:ой|ы|е|у)|лет(?:ом|а|у|о)|осен(?:ью|ь|и)|зим(?:ой|ы|е|у))\\b"
                                    + "(?:\\s+("
                                    + DateWords.THIS
                                    + "|"
                                    + DateWords.NEXT
                                    + ")\\s+года)?"
                                    + DateWords.YEAR,
                            PeriodPhrases::season),
                    DateRule.of(
                            DateWords.ORDINAL
                                    + "\\s+декад\\p{L}+\\s+("
                                    + DateWords.MONTH
                                    + ")"
                                    + DateWords.YEAR,
                            PeriodPhrases::tenDays),
                    DateRule.of(
                            "(перв\\p{L}+|последн\\p{L}+|20-?х|двадцатых)\\s+чис(?:лах|ел|лам|ла)\\s+("
                                    + DateWords.MONTH
                                    + ")"
                                    + DateWords.YEAR,
                            PeriodPhrases::someDays),
                    DateRule.of(
                            "("
                                    + DateWords.MONTH
                                    + ")"
                                    + DateWords.DASH
                                    + "((?:начал|середин|кон[ец])\\p{L}{1,2})\\s+("
                                    + DateWords.MONTH
                                    + ")"
                                    + DateWords.YEAR,
                            PeriodPhrases::toPartOfMonth),
                    DateRule.of(
                            "("
                                    + DateWords.MONTH
                                    + ")(?:(?:"
                                    + DateWords.DASH
                                    + "|\\s+(?:и|или)\\s+)("
                                    + DateWords.MONTH
                                    + "))?"
                                    + DateWords.YEAR,
                            PeriodPhrases::months),
                    DateRule.of(DateWords.WHICH + "\\s+месяц\\p{L}*", PeriodPhrases::namedMonth),
                    DateRule.of(
                            "(?<=(?:конц|начал|середин)\\p{L}\\s{1,3})месяца",
                            PeriodPhrases::thisMonth),
                    DateRule.of(
                            "((?:19|20)\\d{2})(?:(?:"
                                    + DateWords.DASH
                                    + "|\\s+и\\s+)((?:20)?\\d{2}))?\\s*г(?:од\\p{L}*|г?\\b\\.?)",
                            PeriodPhrases::years),
                    DateRule.of(
                            "(?<=(?:конц|начал|середин)\\p{L}\\s{1,3})(20\\d{2})(?!\\s*г)"
                                    + "|(?<=\\b(?:в|на|к|до|с)\\s{1,3})(20\\d{2})-(?:м|го|му|й)\\b",
                            PeriodPhrases::bareYear),
                    DateRule.of("(?<=\\bв\\s{1,3})новом\\s+году\\b", PeriodPhrases::newYear),
                    DateRule.of(
                            "(" + DateWords.THIS + "|" + DateWords.NEXT + ")\\s+год\\p{L}*",
                            PeriodPhrases::namedYear),
                    DateRule.of(
                            "(?<=(?:конц|начал|середин)\\p{L}\\s{1,3})года",
                            PeriodPhrases::thisYear),
                    DateRule.of(DateWords.WHICH + "\\s+недел\\p{L}+", PeriodPhrases::namedWeek),
                    DateRule.of(
                            "(?<=(?:конц|начал|середин)\\p{L}\\s{1,3})недели|(?<=\\bна\\s{1,3})неделе",
                            PeriodPhrases::thisWeek));

    /** «В первых числах», «в последних числах». */
    private static final int FEW_DAYS = 5;

    private PeriodPhrases() {}

    private static Period quarter(Matcher m, LocalDate published) {
        int from = DateWords.ordinal(m.group(1));
        int to = m.group(2) == null ? from : DateWords.ordinal(m.group(2));
        return months(m, 3, 3 * from - 2, 3 * to, published);
    }

    /** Months of the year that a group names; where it names none, the next that are not over. */
    private static Period months(Matcher m, int group, int first, int last, LocalDate published) {
        if (m.group(group) != null) {
            return Period.months(DateWords.number(m, group), first, last);
        }
        Period period = Period.months(published.getYear(), first, last);
        return period.last().isBefore(published)
                ? Period.months(published.getYear() + 1, first, last)
                : period;
    }

    private static Period namedQuarter(Matcher m, LocalDate published) {
        LocalDate at = DateWords.isNext(m.group(1)) ? published.plusMonths(3) : published;
        return quarterOf(at);
    }

    private static Period thisQuarter(Matcher m, LocalDate published) {
        return quarterOf(published);
    }

    private static Period quarterOf(LocalDate day) {
        int quarter = (day.getMonthValue() + 2) / 3;
        return Period.months(day.getYear(), 3 * quarter - 2, 3 * quarter);
    }

    private static Period halfYear(Matcher m, LocalDate published) {
        int half = DateWords.ordinal(m.group(1));
        return months(m, 2, 6 * half - 5, 6 * half, published);
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
            year = DateWords.number(m, 3);
        } else if (m.group(2) != null && DateWords.isNext(m.group(2))) {
            year++;
        }
        Period season = threeMonths(year, first);
        boolean unnamed = m.group(2) == null && m.group(3) == null;
        if (unnamed && first == 12 && published.getMonthValue() <= 2) {
            return threeMonths(year - 1, first);
        }
        return unnamed && season.last().isBefore(published) ? threeMonths(year + 1, first) : season;
    }

    private static Period months(Matcher m, LocalDate published) {
        int from = DateWords.month(m.group(1));
        int to = m.group(2) == null ? from : DateWords.month(m.group(2));
        int year = m.group(3) == null ? published.getYear() : DateWords.number(m, 3);
        int lastYear = to < from ? year + 1 : year;
        Period period = Period.month(year, from).to(Period.month(lastYear, to));
        boolean gone = m.group(3) == null && period.last().isBefore(published);
        if (gone && ChronoUnit.DAYS.between(period.last(), published) > 180) {
            return Period.month(year + 1, from).to(Period.month(lastYear + 1, to));
        }
        return period;
    }

    private static Period tenDays(Matcher m, LocalDate published) {
        int ordinal = DateWords.ordinal(m.group(1));
        Period month = monthOf(m, published);
        LocalDate first = month.first().plusDays(10L * (ordinal - 1));
        return new Period(first, ordinal < 3 ? first.plusDays(9) : month.last());
    }

    private static Period someDays(Matcher m, LocalDate published) {
        Period month = monthOf(m, published);
        return switch (m.group(1).substring(0, 3)) {
            case "пер" -> new Period(month.first(), month.first().plusDays(FEW_DAYS - 1));
            case "пос" -> new Period(month.last().minusDays(FEW_DAYS - 1), month.last());
            default -> new Period(month.first().withDayOfMonth(20), month.first().plusDays(28));
        };
    }

    /** The month that the second group names, of the year of the third or the next to come. */
    private static Period monthOf(Matcher m, LocalDate published) {
        int month = DateWords.month(m.group(2));
        return months(m, 3, month, month, published);
    }

    private static Period toPartOfMonth(Matcher m, LocalDate published) {
        int from = DateWords.month(m.group(1));
        int to = DateWords.month(m.group(3));
        Period first = months(m, 4, from, from, published);
        int year = first.first().getYear() + (to < from ? 1 : 0);
        return first.to(Period.month(year, to).part(m.group(2)));
    }

    private static Period bareYear(Matcher m, LocalDate published) {
        return Period.year(DateWords.number(m, m.group(1) == null ? 2 : 1));
    }

    private static Period newYear(Matcher m, LocalDate published) {
        return Period.year(published.getYear() + 1);
    }

    private static Period namedMonth(Matcher m, LocalDate published) {
        LocalDate at = DateWords.isNext(m.group(1)) ? published.plusMonths(1) : published;
        return m.group(1).startsWith("ближ")
                ? new Period(published, published.plusMonths(1))
                : Period.month(at.getYear(), at.getMonthValue());
    }

    private static Period thisMonth(Matcher m, LocalDate published) {
        return Period.month(published.getYear(), published.getMonthValue());
    }

    private static Period years(Matcher m, LocalDate published) {
        int first = DateWords.number(m, 1);
        if (m.group(2) == null) {
            return Period.year(first);
        }
        int last = DateWords.number(m, 2);
        return Period.year(first).to(Period.year(last < 100 ? 2000 + last : last));
    }

    private static Period namedYear(Matcher m, LocalDate published) {
        return Period.year(published.getYear() + (DateWords.isNext(m.group(1)) ? 1 : 0));
    }

    private static Period thisYear(Matcher m, LocalDate published) {
        return Period.year(published.getYear());
    }

    private static Period namedWeek(Matcher m, LocalDate published) {
        LocalDate monday = published.with(DayOfWeek.MONDAY);
        if (m.group(1).startsWith("ближ")) {
            return new Period(published, published.plusWeeks(1));
        }
        LocalDate first = DateWords.isNext(m.group(1)) ? monday.plusWeeks(1) : monday;
        return new Period(first, first.plusDays(6));
    }

    private static Period thisWeek(Matcher m, LocalDate published) {
        LocalDate monday = published.with(DayOfWeek.MONDAY);
        return new Period(monday, monday.plusDays(6));
    }

    private static Period threeMonths(int year, int first) {
        LocalDate begin = LocalDate.of(year, first, 1);
        return new Period(begin, begin.plusMonths(3).minusDays(1));
    }
}
