package io.otklik.language.answer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Terms counted from the message on: «в течение 3 рабочих дней» counts from the next day and skips
 * Saturdays and Sundays (holidays are the working calendar's).
 */
final class TermPhrases {

    /** «Срок — 3 дня», «сроки устранения: до двух суток». */
    private static final String TERM_OF_WORK =
            "(?<!гарантийн\\p{L}{2}\\s)срок(?:и|ом)?(?:\\s+(?:исполнени|выполнени|рассмотрени|устранени|восстановлени|ремонт|работ|замен"
                    + "|ответ|подготовк|доставк)\\p{L}*){0,3}(?:\\s+составля?ет)?(?:\\s*[-–—:]\\s*|\\s+)"
                    + "(?:(?:до|около|примерно|не\\s+(?:более|позднее))\\s+)?";

    static final List<DateRule> RULES =
            List.of(
                    DateRule.of(
                            "(?:(?:в\\s+теч(?:ени[еи]|\\.)|через|за|не\\s+(?:позднее|позже|более)(?:\\s+чем)?(?:\\s+(?:через|за))?"
                                    + "|в\\s+срок(?:\\s+(?:до|не\\s+более))?|в\\s+ближайшие"
                                    + "|займ[еу]т(?:\\s+(?:до|около|примерно|ориентировочно|еще))?)"
                                    + "\\s+|"
                                    + TERM_OF_WORK
                                    + ")(?:ближайш\\p{L}+\\s+)?(?:("
                                    + RussianNumbers.PATTERN
                                    + ")(?:-?х)?(?:(?:"
                                    + DateWords.DASH
                                    + "|\\s+или\\s+)("
                                    + RussianNumbers.PATTERN
                                    + "))?(?:-?х|-?ти)?\\s+)?(?:\\([\\p{L}\\s]+\\)\\s*)?(раб(?:оч\\p{L}+\\s+|\\.\\s*)|кал(?:ендарн\\p{L}+\\s+|\\.\\s*))?"
                                    + "(час|дн|ден|сут|недел|месяц|мес\\.|год|лет\\b|р\\.?/?д\\b)(\\p{L}*+)(?!\\s+до\\b)",
                            TermPhrases::duration),
                    DateRule.of(
                            "(?:в\\s+течени[еи]|через|за)\\s+пол(?:у?(года)|(месяца)|часа)\\b",
                            TermPhrases::half),
                    DateRule.of(
                            "в\\s+(?:("
                                    + RussianNumbers.PATTERN
                                    + ")\\s*-?\\s*)?(дневн|недельн|месячн|суточн)\\p{L}+\\s+срок",
                            TermPhrases::adjectiveTerm));

    private TermPhrases() {}

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
        if (more != null && RussianNumbers.isOneAndAHalf(more)) {
            return new Period(published, afterHalf(after(published, 1, unit, false), unit));
        }
        int count = more == null ? 1 : RussianNumbers.parse(more);
        boolean working =
                unit.startsWith("р") || m.group(3) != null && m.group(3).startsWith("раб");
        return new Period(published, after(published, count, unit, working));
    }

    private static Period half(Matcher m, LocalDate published) {
        String unit = m.group(1) != null ? "год" : m.group(2) != null ? "месяц" : "час";
        return new Period(published, afterHalf(published, unit));
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

    /** Half a unit later; half a day and less ends on the day itself or the next. */
    private static LocalDate afterHalf(LocalDate day, String unit) {
        return switch (unit.charAt(0)) {
            case 'ч' -> day;
            case 'н' -> day.plusDays(4);
            case 'м' -> day.plusDays(15);
            case 'г', 'л' -> day.plusMonths(6);
            default -> day.plusDays(1);
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
}
