package io.otklik.language;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a message: what it said from some time on.
 *
 * @param at null if unknown
 * @param day the same where the page is; null if unknown: then no promise is found
 */
public record Said(String text, Instant at, LocalDate day) {}
