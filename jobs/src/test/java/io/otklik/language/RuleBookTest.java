package io.otklik.language;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleBookTest {

    private final RuleBook rules = RuleBook.bundled();

    /** The examples beside each bundled rule are its tests. */
    @TestFactory
    Stream<DynamicTest> everyRuleKeepsItsExamples() {
        return rules.rules().stream()
                .flatMap(
                        rule ->
                                Stream.concat(
                                        rule.matches().stream()
                                                .map(text -> example(rule, text, true)),
                                        rule.ignores().stream()
                                                .map(text -> example(rule, text, false))));
    }

    private DynamicTest example(Rule rule, String text, boolean speaks) {
        return DynamicTest.dynamicTest(
                rule.id() + (speaks ? " speaks on " : " ignores ") + text,
                () ->
                        assertThat(rules.speaking(text, false).contains(rule))
                                .as("%s on «%s»", rule.id(), text)
                                .isEqualTo(speaks));
    }

    @Test
    void aRequestIsAnAppealAndSaysWhy() {
        RuleDecision decision =
                rules.decide("Прошу убрать упавшее дерево у дома 7 по ул. Южной", false);

        assertThat(decision.appeal()).isTrue();
        assertThat(decision.reasons()).contains("request", "place");
    }

    @Test
    void thanksAreExcludedAndSayWhy() {
        RuleDecision decision = rules.decide("Спасибо огромное, двор стал красивый!", false);

        assertThat(decision.appeal()).isFalse();
        assertThat(decision.reasons()).contains("thanks");
    }

    @Test
    void anExclusionOnWhichNoRuleSpokeHasAReasonToo() {
        assertThat(rules.decide("мы вчера гуляли всей семьей", false).reasons())
                .containsExactly(RuleBook.NOTHING_ASKED);
    }

    @Test
    void aQuestionUnderAnotherCommentCountsLess() {
        String text = "А у вас тоже будут делать?";

        assertThat(rules.decide(text, true).score()).isLessThan(rules.decide(text, false).score());
    }

    @Test
    void yoAndCaseDoNotMatter() {
        assertThat(rules.decide("ПОЧЕМУ ТЕЧЁТ КРЫША В ПОДЪЕЗДЕ?", false))
                .isEqualTo(rules.decide("почему течет крыша в подъезде?", false));
    }

    @Test
    void emptyAndStrangeTextsAreDecided() {
        for (String text : new String[] {"", " ", "🙏🙏🙏", "-", "?", "\u0000", "+".repeat(5000)}) {
            assertThat(rules.decide(text, false).appeal()).as(text).isFalse();
        }
    }

    @Test
    void aBookWithTheSameIdTwiceIsRefused() {
        String rule = "  - {id: a, note: n, weight: 1, any: [слово]}\n";

        assertThatThrownBy(() -> read("version: '1'\nthreshold: 1\nrules:\n" + rule + rule))
                .hasMessageContaining("Rule id a stands twice");
    }

    @Test
    void aMisspelledFieldIsRefusedWithItsName() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "version: '1'\nthreshold: 1\nrules:\n"
                                                + "  - {id: a, note: n, weight: 1, wehn: {}}\n"))
                .hasMessageContaining("wehn");
    }

    private static RuleBook read(String yaml) throws IOException {
        return RuleBook.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
