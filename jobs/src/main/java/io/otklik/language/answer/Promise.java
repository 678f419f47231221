package io.otklik.language.answer;

import java.time.LocalDate;

/**
 * A time that an official message names for what it promises.
 *
 * @param from first day on which it may happen; never before the day of the message
 * @param until last day on which the promise is kept, inclusive, in the page's time zone
 * @param limited whether it is a term («до», «в течение»), not a mere time
 * @param begin where the words that name it begin in the text
 * @param end one past their last character
 */
public record Promise(LocalDate from, LocalDate until, boolean limited, int begin, int end) {}
