package io.otklik.samples.corpus;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextLineTest {

    private final Corpus corpus = Corpus.load();
    private final Municipality town = corpus.vocabulary().municipalities().get(0);
    private final Voice voice = new Voice(new Rng(5));

    @Test
    void fillsSlotsChoicesAndGender() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            texts.add(say("{Я|Мы {тут|там}} жил{~/а} в {mp}", true, 7));
        }
        assertThat(texts)
                .containsExactlyInAnyOrder(
                        "Я жила в Верхнезареченске",
                        "Мы тут жила в Верхнезареченске",
                        "Мы там жила в Верхнезареченске");
        assertThat(say("жил{~/а}", false, 7)).isEqualTo("жил");
    }

    @Test
    void anAnswerNamesThePlaceOfItsAppeal() {
        String appeal = say("{st} {h} {b} {s} {v}", true, 99);
        assertThat(say("{st} {h} {b} {s} {v}", false, 99)).isEqualTo(appeal);
        assertThat(say("{st} {h} {b} {s} {v}", true, 100)).isNotEqualTo(appeal);
    }

    @Test
    void datesFollowTheDayOfWriting() {
        assertThat(say("{d0}", true, 1)).isEqualTo("15 октября");
    }

    @Test
    void phonesAreOfABlockWithoutSubscribersAndCardsAreTestCards() {
        for (int seed = 0; seed < 200; seed++) {
            String digits = say("{tel}", true, seed).replaceAll("\\D", "");
            assertThat(digits).matches("[78]9000000\\d{3}");
            assertThat(luhn(say("{card}", true, seed).replace(" ", ""))).isTrue();
            assertThat(say("{mail}", true, seed)).endsWith("@example.com");
        }
    }

    @Test
    void saysWhatIsWrongWithALine() {
        assertThatThrownBy(() -> TextLine.parse("на {улице"))
                .hasMessage("Close the brace: на {улице");
        assertThatThrownBy(() -> TextLine.parse("на {uliza}"))
                .hasMessage("No slot {uliza}: на {uliza}");
    }

    @Test
    void everyLineOfTheCorpusCanBeSaid() {
        for (Subject subject : corpus.subjects().values()) {
            assertThat(subject.posts().isEmpty()).as(subject.id()).isFalse();
            for (TextLine line : subject.posts().lines()) {
                StringBuilder out = new StringBuilder();
                line.append(out, scene(3, true));
                assertThat(out.toString()).isNotBlank().doesNotContain("{", "}", "|", "~");
            }
        }
    }

    private Voice scene(long seed, boolean female) {
        return voice.as(new Scene(seed, town, corpus.vocabulary()), female, "Анна", 20_741);
    }

    private String say(String line, boolean female, long seed) {
        StringBuilder out = new StringBuilder();
        TextLine.parse(line).append(out, scene(seed, female));
        return out.toString();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
