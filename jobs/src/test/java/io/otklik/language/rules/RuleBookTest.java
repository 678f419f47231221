package io.otklik.language.rules;

import io.otklik.language.text.Tokenizer;
import io.otklik.language.text.Tokens;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class RuleBookTest {

    private final RuleBook book = RuleBook.bundled();

    /** The examples beside each bundled rule are its tests. */
    @TestFactory
    Stream<DynamicTest> everyRuleKeepsItsExamples() {
        return IntStream.range(0, book.rules().size()).boxed().flatMap(this::examples);
    }

    private Stream<DynamicTest> examples(int i) {
        Rule rule = book.rules().get(i);
        return Stream.concat(
                rule.matches().stream().map(text -> example(i, text, true)),
                rule.ignores().stream().map(text -> example(i, text, false)));
    }

    private DynamicTest example(int rule, String text, boolean speaks) {
        return DynamicTest.dynamicTest(
                book.id(rule) + (speaks ? " speaks on " : " ignores ") + text,
                () -> assertThat(book.speaks(rule, text)).isEqualTo(speaks));
    }

    @Test
    void everyBundledRuleHasAnExampleThatItMatches() {
        assertThat(book.rules()).allSatisfy(rule -> assertThat(rule.matches()).isNotEmpty());
    }

    @Test
    void aRequestIsAnAppealAndSaysWhy() {
        RuleDecision decision = decide("Прошу убрать упавшее дерево у дома 7 по ул. Южной", false);

        assertThat(decision.appeal()).isTrue();
        assertThat(decision.reasons()).contains("request", "place");
    }

    @Test
    void thanksAreExcludedAndSayWhy() {
        RuleDecision decision = decide("Спасибо огромное, двор стал красивый!", false);

        assertThat(decision.appeal()).isFalse();
        assertThat(decision.reasons()).contains("thanks");
    }

    @Test
    void anExclusionOnWhichNoRuleSpokeHasAReasonToo() {
        assertThat(decide("вчера гуляли семьей по лесу", false).reasons())
                .containsExactly(RuleBook.NOTHING_ASKED);
    }

    @Test
    void aQuestionUnderAnotherCommentCountsLess() {
        String text = "А у вас тоже будут делать?";

        assertThat(decide(text, true).score()).isLessThan(decide(text, false).score());
    }

    @Test
    void yoAndCaseAndLookAlikeLettersDoNotMatter() {
        RuleDecision plain = decide("почему течет крыша в подъезде?", false);

        assertThat(decide("ПОЧЕМУ ТЕЧЁТ КРЫША В ПОДЪЕЗДЕ?", false)).isEqualTo(plain);
        assertThat(decide("пoчему тeчет крышa в подъезде?", false)).isEqualTo(plain);
    }

    @Test
    void emptyAndStrangeTextsAreDecided() {
        for (String text : List.of("", " ", "🙏🙏🙏", "-", "?", "\u0000", "+".repeat(5000))) {
            assertThat(decide(text, false).appeal()).as(text).isFalse();
        }
    }

    @Test
    void aPhraseThatMustBeAskedIsLookedForInItsOwnSentenceOnly() {
        RuleBook asked = read("any: [билет*], when: {asked: true}");

        assertThat(asked.speaks(0, "А билеты будут?")).isTrue();
        assertThat(asked.speaks(0, "Билеты взяли. Вы тоже?")).isFalse();
        assertThat(asked.speaks(0, "Вы тоже? Билеты взяли!")).isFalse();
        assertThat(asked.speaks(0, "Вы тоже\nБилеты будут?")).isTrue();
    }

    @Test
    void theLongerPhraseAndTheShorterAreBothFound() {
        RuleBook both =
                RuleBookYaml.read(
                                """
                                version: '1'
                                rules:
                                  - {id: short, note: n, any: [нет]}
                                  - {id: long, note: n, any: [нет воды, нет горяч* воды]}
                                """)
                        .book();

        assertThat(ids(both, "у нас нет горячей воды")).containsExactly("short", "long");
        assertThat(ids(both, "у нас нет")).containsExactly("short");
        assertThat(ids(both, "нет нет воды")).containsExactly("short", "long");
    }

    @Test
    void aPushCountsWhereTheRuleCounts() {
        RuleBook onReplies = read("any: [слово], push: 2.5, when: {reply: true}");
        long spoke = onReplies.speaking(new Tokenizer().read("одно слово"));

        assertThat(onReplies.push(spoke, true)).isEqualTo(2.5f);
        assertThat(onReplies.push(spoke, false)).isZero();
        assertThat(onReplies.push(0, true)).isZero();
    }

    @Test
    void aRuleHasTheSameHashWhereverItStands() {
        RuleBook first = read("any: [слово]");
        RuleBook second =
                RuleBookYaml.read(
                                """
                                version: '2'
                                rules:
                                  - {id: other, note: n, any: [иное]}
                                  - {id: a, note: n, any: [слово]}
                                """)
                        .book();

        assertThat(second.idHash(1)).isEqualTo(first.idHash(0));
        assertThat(second.idHash(0)).isNotEqualTo(first.idHash(0));
    }

    private RuleDecision decide(String text, boolean reply) {
        return book.decide(new Tokenizer().read(text), reply);
    }

    private static List<String> ids(RuleBook book, String text) {
        Tokens tokens = new Tokenizer().read(text);
        long spoke = book.speaking(tokens);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < book.rules().size(); i++) {
            if ((spoke & 1L << i) != 0) {
                ids.add(book.id(i));
            }
        }
        return ids;
    }

    private static RuleBook read(String rule) {
        ReadRuleBook read =
                RuleBookYaml.read("version: '1'\nrules:\n  - {id: a, note: n, " + rule + "}\n");
        assertThat(read.problems()).isEmpty();
        return read.book();
    }
}
