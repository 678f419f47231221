package io.otklik.language.answer;

import java.time.LocalDate;

/**
 * A time that an official message names for what it promises.
 *
 * @param from first day on which it may happen; never before the day of the message
 * @param until last day on which the promise is kept, inclusive, in the page's time zone
 * @param limited whether it is a term («до», «в течение»), not a mere time
 * @param sure whether the text says that it is the time of what is to be done; else only a time
 *     that it names
 * @param sentence where the sentence that names it begins in the text
 * @param begin where the words that name it begin in the text
 * @param end one past their last character
 */
public record Promise(
        LocalDate from,
        LocalDate until,
        boolean limited,
        boolean sure,
        int sentence,
        int begin,
        int end) {}
