package io.otklik.language.answer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PerfectiveFutureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "подлатаем",
                "смонтируют",
                "выровняют",
                "завершится",
                "начнутся",
                "сделаем",
                "придут",
                "введут",
                "опломбируют",
                "отрегулируем",
                "вышлем",
                "приступит",
                "состоится"
            })
    void tellsWhatWillBeDone(String word) {
        assertThat(PerfectiveFuture.is(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "проводят", "ведут", "находится", "вывозится", "закрепляют", "принимаем", "просим",
                "предстоит", "используется", "надлежащим", "заявлением", "отчет", "прием", "разбит",
                "зачем", "планируют", "работают", "состоит"
            })
    void passesOverThePresentAndNouns(String word) {
        assertThat(PerfectiveFuture.is(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"пока не заменим", "работы не начнутся"})
    void whatIsDeniedIsNoPromise(String text) {
        assertThat(PerfectiveFuture.speaksIn(text)).isFalse();
    }
}
