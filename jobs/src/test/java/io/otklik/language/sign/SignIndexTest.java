package io.otklik.language.sign;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignIndexTest {

    private static final Map<String, List<String>> LISTS =
            Map.of("двор", List.of("двор", "дворе", "у дома"));

    @ParameterizedTest
    @CsvSource({
        "ям*,                   на дороге ямы,              true",
        "ям*,                   на дороге люк,              false",
        "нет воды,              второй день нет воды,       true",
        "нет воды,              нет горячей воды,           false",
        "не вывоз* мусор*,      опять не вывозят мусор,     true",
        "ям* + @двор,           яма у дома,                 true",
        "ям* + @двор,           у дома яма,                 true",
        "ям* + @двор,           яма на трассе,              false",
        "ям* + @двор - дорог*,  яма во дворе,               true",
        "ям* + @двор - дорог*,  яма во дворе и на дороге,   false",
        "фонар*|ламп* - лифт,   сгорела лампа,              true",
        "фонар*|ламп* - лифт,   лифт без лампы,             false",
        "дом,                   домофон сломан,             false",
        "свет ~ отключ*,        свет опять с утра отключили, true",
        "свет ~ отключ*,        отключили нам вчера свет,   true",
        "свет ~ отключ*,        свет есть а газ и воду отключили, false",
        "нет ~2 воды,           нет горячей воды,           true",
        "нет ~2 воды,           нет ни холодной воды,       false",
        "нет ~2 воды,           воды где техники нет нет сил, false",
        "нет ~2 воды + дом*,    дома нет воды,              true",
        "нет ~2 воды + дом*,    нет воды,                   false",
        "+14 ~ садик*,          в садике + 14,              true",
        "+14 ~ садик*,          в садике 14,                false",
    })
    void findsASignWhereItsPartsStand(String sign, String text, boolean stands) {
        SignIndex index = new SignIndex(List.of(Sign.parse(sign, LISTS)));
        assertThat(index.find(List.of(text.split(" "))).length > 0).isEqualTo(stands);
    }

    @Test
    void numbersSignsInTheOrderOfTheBook() {
        SignIndex index =
                new SignIndex(
                        List.of(
                                Sign.parse("снег*", LISTS),
                                Sign.parse("лед", LISTS),
                                Sign.parse("снег* + @двор", LISTS)));
        assertThat(index.find(List.of("во", "дворе", "снега", "и", "снег"))).containsExactly(0, 2);
    }

    @Test
    void aWeakSignBeginsWithAQuestionMark() {
        Sign weak = Sign.parse("? двор*", LISTS);
        assertThat(weak.weak()).isTrue();
        assertThat(weak.all()).containsExactly(List.of("двор*"));
        assertThat(Sign.parse("двор*", LISTS).weak()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ям, двор", "@нет", "а*", "ям* + ", "ям* - @нет", "пере*ход"})
    void refusesWhatIsNoSign(String written) {
        assertThatThrownBy(() -> Sign.parse(written, LISTS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
