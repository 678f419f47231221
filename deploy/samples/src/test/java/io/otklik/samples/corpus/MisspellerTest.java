package io.otklik.samples.corpus;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MisspellerTest {

    private static final String TEXT =
            "Здравствуйте, позвоните по +7 900 000-00-07, дом 12/3, в 18:30. Вода очень грязная!";

    @Test
    void numbersSurviveEveryMannerOfTyping() {
        for (int style = 0; style < 100; style++) {
            for (int seed = 0; seed < 20; seed++) {
                StringBuilder text = new StringBuilder(TEXT);
                Misspeller.roughen(text, style, seed % 2 == 0, new Rng(seed));
                assertThat(text.toString()).contains("+7 900 000-00-07", "12/3", "18:30");
            }
        }
    }

    @Test
    void mostMannersChangeTheText() {
        int changed = 0;
        for (int style = 0; style < 100; style++) {
            StringBuilder text = new StringBuilder(TEXT);
            Misspeller.roughen(text, style, true, new Rng(style));
            changed += TEXT.contentEquals(text) ? 0 : 1;
        }
        assertThat(changed).isBetween(50, 66);
    }
}
