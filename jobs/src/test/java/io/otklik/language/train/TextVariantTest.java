package io.otklik.language.train;

import org.junit.jupiter.api.Test;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TextVariantTest {

    private static final String TEXT = "[id1|Анна], когда починят фонарь?!";

    @Test
    void aTypoChangesOneWordAndNoMention() {
        for (int seed = 0; seed < 50; seed++) {
            String typo = TextVariant.TYPO.of(TEXT, new Random(seed));

            assertThat(typo).startsWith("[id1|Анна], ").isNotEqualTo("");
            assertThat(Math.abs(typo.length() - TEXT.length())).isLessThanOrEqualTo(1);
        }
        assertThat(TextVariant.TYPO.of("да и", new Random(1))).isEqualTo("да и");
    }

    @Test
    void marksAndCaseAreLost() {
        assertThat(TextVariant.NO_PUNCTUATION.of(TEXT, new Random(1)).strip())
                .isEqualTo("[id1|Анна]  когда починят фонарь");
        assertThat(TextVariant.UPPER_CASE.of(TEXT, new Random(1)))
                .isEqualTo("[id1|Анна], КОГДА ПОЧИНЯТ ФОНАРЬ?!");
    }
}
