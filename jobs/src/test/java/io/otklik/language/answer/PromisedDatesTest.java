package io.otklik.language.answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class PromisedDatesTest {

    /** Rows: day of the message, expected «until», «from..until» or «-» for none, text. */
    @ParameterizedTest
    @CsvFileSource(
            resources = "/answer/promised-dates.tsv",
            delimiter = '\t',
            quoteCharacter = '\0')
    void findsThePromisedTime(LocalDate published, String expected, String text) {
        Promise promise = PromisedDates.find(text, published);
        if (expected.equals("-")) {
            assertThat(promise).isNull();
            return;
        }
        assertThat(promise).isNotNull();
        String found =
                expected.contains("..")
                        ? promise.from() + ".." + promise.until()
                        : promise.until().toString();
        assertThat(found).isEqualTo(expected);
        assertThat(promise.from()).isBetween(published, promise.until());
        assertThat(promise.begin()).isBetween(0, promise.end());
        assertThat(promise.end()).isLessThanOrEqualTo(text.length());
    }

    @Test
    void countsFromTheDayWhereThePageIs() {
        Instant lateInMoscow = Instant.parse("2025-04-16T20:30:00Z");
        String text = "Завтра бригада выйдет на адрес.";

        assertThat(PromisedDates.find(text, lateInMoscow, ZoneId.of("Europe/Moscow")).until())
                .isEqualTo("2025-04-17");
        assertThat(PromisedDates.find(text, lateInMoscow, ZoneId.of("Asia/Vladivostok")).until())
                .isEqualTo("2025-04-18");
    }

    @Test
    void survivesLongTextsOfNumbers() {
        String numbers = "12.05 - 13.05, д. 5, кв. 7; ".repeat(2000);

        assertThat(PromisedDates.find(numbers, LocalDate.of(2025, 4, 16))).isNull();
    }
}
