package io.otklik.similarity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where links lead, however they are written. */
class LinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://novosti.example/a/17, novosti.example/a/17",
        "http://www.Novosti.example/a/17/, novosti.example/a/17",
        "novosti.example/a/17., novosti.example/a/17",
        "https://novosti.example/a/17#top, novosti.example/a/17",
        "https://novosti.example/a?utm_source=vk&utm_medium=post, novosti.example/a",
        "https://novosti.example/a?id=5&utm_source=vk, novosti.example/a?id=5",
        "https://novosti.example/?id=5, novosti.example?id=5",
        "https://novosti.example/Aa, novosti.example/Aa",
        "https://novosti.example/,",
        "www.novosti.example,",
        "https://novosti.example/?utm_source=vk,"
    })
    void leadToOnePage(String written, String target) {
        assertThat(Link.target(written)).isEqualTo(target);
    }
}
