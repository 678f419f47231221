package io.otklik.language.place;

import io.otklik.language.text.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceReaderTest {

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @CsvFileSource(
            resources = "/place/places.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0001')
    void readsAndNormalises(String text, String canonical) {
        Place place = read(text);
        assertThat(place == null ? null : place.canonical()).isEqualTo(canonical);
    }

    /** A text may end anywhere, also where a grammar wants one word more. */
    @ParameterizedTest
    @CsvFileSource(
            resources = "/place/places.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            quoteCharacter = '\u0001')
    void readsWhateverATextEndsWith(String text) {
        for (int end = 0; end < text.length(); end++) {
            Place place = read(text.substring(0, end));
            assertThat(place == null ? 0 : place.end()).isLessThanOrEqualTo(end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Уберите снег ул. 5-я", "Уберите снег на ул. 5 в"})
    void anOrdinalThatEndsATextIsNoStreet(String text) {
        assertThat(read(text)).isNull();
    }

    @Test
    void tellsThePartsAndTheSpan() {
        String text = "Добрый день! Курск, ул. Радищева, д. 5 корп. 2 – нет тепла";
        Place place = read(text);
        assertThat(place.street()).isEqualTo("улица Радищева");
        assertThat(place.house()).isEqualTo("5");
        assertThat(place.building()).isEqualTo("корп. 2");
        assertThat(text.substring(place.begin(), place.end()))
                .isEqualTo("Курск, ул. Радищева, д. 5 корп. 2");
    }

    @Test
    void ofSeveralPlacesTheMostExactStands() {
        assertThat(read("В нашем городе Льгов плохо. Особенно на улице Кирова, 12").canonical())
                .contains("улица Кирова, 12");
    }

    @Test
    void anEmptyTextNamesNoPlace() {
        assertThat(read("")).isNull();
    }

    private Place read(String text) {
        return PlaceReader.read(tokenizer.read(text));
    }
}
