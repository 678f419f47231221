package io.otklik.jobs.incidents;

import io.otklik.language.place.PlaceReader;
import io.otklik.language.text.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.otklik.jobs.incidents.TestAppeals.appeal;
import static org.assertj.core.api.Assertions.assertThat;

/** Which places are one problem's. */
class PlacedAppealTest {

    private final Tokenizer tokenizer = new Tokenizer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "В Осиновку не ходит автобус",
                "Нет связи в Осиновке третий день",
                "Деревня Осиновка без света",
                "Как проехать до деревни Осиновки?",
                "Дорога из Осиновки разбита"
            })
    void residentsNameOneVillageInAllItsCases(String text) {
        assertThat(problem(read(text))).isEqualTo(problem("Осиновка"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Посёлок Солнечный без света",
                "В Солнечном нет света",
                "п. Солнечный, темно"
            })
    void anAdjectiveNamesOneSettlementWhateverItsGender(String text) {
        assertThat(problem(read(text))).isEqualTo(problem("Солнечное"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    деревня Осиновка         | Осиновка
                    посёлок Светлый          | Светлый
                    улица Ленина, 5          | Ленина, 5
                    село Ключи, улица Мира, 3 | Ключи, Мира, 3
                    УЛИЦА МИРА, 5            | Мира 5
                    """)
    void theKindWordIsNoPartOfTheProblem(String with, String without) {
        assertThat(problem(with)).isEqualTo(problem(without));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    проспект Мира, 5  | переулок Мира, 5
                    улица Мира, 5     | улица Мира, 7
                    деревня Осиновка  | Осиново
                    улица 8 Марта, 5  | улица Марта, 5
                    улица Солнечная   | посёлок Солнечный
                    """)
    void otherPlacesAreOtherProblems(String one, String other) {
        assertThat(problem(one)).isNotEqualTo(problem(other));
    }

    @Test
    void aKindWordAloneStaysAPlace() {
        assertThat(problem("деревня")).isNotEqualTo(problem("село"));
    }

    private String read(String text) {
        return PlaceReader.read(tokenizer.read(text)).canonical();
    }

    private static String problem(String place) {
        return PlacedAppeal.of(appeal("a", "anna", "вода", place, 0, null)).problem();
    }
}
