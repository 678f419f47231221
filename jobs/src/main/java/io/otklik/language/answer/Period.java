package io.otklik.language.answer;

import java.time.LocalDate;

/** Days from the first to the last, both inclusive. */
record Period(LocalDate first, LocalDate last) {

    static Period day(LocalDate day) {
        return new Period(day, day);
    }

    static Period month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Period(first, first.plusMonths(1).minusDays(1));
    }

    static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Whole months from the first to the last, of one year. */
    static Period months(int year, int from, int to) {
        return new Period(month(year, from).first, month(year, to).last);
    }

    Period to(Period later) {
        return new Period(first, later.last);
    }

    /** The part of the period that a word such as «начало» names; the period itself for others. */
    Period part(String word) {
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        if (word.startsWith("нач") || word.startsWith("перв")) {
            long part =
                    word.startsWith("нач") ? Math.max(days / 3, Math.min(days, 3)) : (days + 1) / 2;
            return new Period(first, first.plusDays(part - 1));
        }
        if (word.startsWith("серед")) {
            return new Period(first.plusDays(days / 3), first.plusDays(2 * days / 3 - 1));
        }
        if (word.startsWith("втор")) {
            return new Period(first.plusDays(days / 2), last);
        }
        return word.startsWith("кон") ? new Period(last.minusDays(days / 3), last) : this;
    }
}
