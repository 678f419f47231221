package io.otklik.language.rules;

import io.otklik.yaml.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RuleBookYamlTest {

    /** The bad rule begins in line 5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: b, note: n, any: [слово], wehn: {}}        | 5 | wehn is not known here",
                "{note: n, any: [слово]}                          | 5 | id is missing",
                "{id: b, any: [слово]}                            | 5 | note is missing",
                "{id: b, note: n}                                 | 5 | neither phrases nor conditions",
                "{id: a, note: n, any: [слово]}                   | 5 | Rule id a stands twice",
                "{id: b, note: n, any: [слово], weight: много}    | 5 | weight is много; it is a number",
                "{id: b, note: n, any: [слово], weight: NaN}      | 5 | weight is NaN",
                "{id: b, note: n, any: [слово], push: 11}         | 5 | push is between -10 and 10",
                "{id: b, note: n, any: [я*]}                      | 5 | too short to tell words apart",
                "{id: b, note: n, any: ['раз, два']}              | 5 | is no phrase",
                "{id: b, note: n, any: ['']}                      | 5 | ",
                "{id: b, note: n, lexicon: нет}                   | 5 | There is no lexicon class нет",
                "{id: b, note: n, lexicon: ../appeal}             | 5 | There is no lexicon class",
                "{id: b, note: n, when: {asked: true}}            | 5 | asked needs phrases",
                "{id: b, note: n, any: [да], when: {reply: yes!}} | 5 | true or false",
                "{id: b, note: n, any: [да], when: {maxWords: x}} | 5 | a whole number",
                "{id: b, note: n, any: [да], matches: [нет]}      | 5 | does not match its example «нет»",
                "{id: b, note: n, any: [да], ignores: [ну да]}    | 5 | which it is to ignore",
                "слово                                            | 5 | A rule is written as lines",
                "{id: b, note: n, any: [*слово]}                   | 5 | *слово is an alias",
                "{id: b, note: n, any: [да                        | 5 | This is not YAML",
            })
    void aBadRuleIsRefusedWithItsLine(String rule, int line, String sentence) {
        ReadRuleBook read =
                RuleBookYaml.read(
                        """
                        # a comment
                        version: "1"
                        rules:
                          - {id: a, note: n, any: [слово]}
                          - %s
                        """
                                .formatted(rule));

        assertThat(read.accepted()).isFalse();
        assertThat(read.problems())
                .anySatisfy(
                        problem -> {
                            assertThat(problem.line()).isEqualTo(line);
                            assertThat(problem.sentence())
                                    .contains(sentence == null ? "" : sentence);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "слово",
                "[1, 2]",
                "version: '1'",
                "version: '1'\nrules: []",
                "rules: [{id: a, note: n, any: [да]}]",
                "version: '1'\nrules: 5",
                "version: '1'\nthreshold: x\nrules: [{id: a, note: n, any: [да]}]",
                "a: 1\n---\nb: 2",
                "\u0000",
                "{{{{",
            })
    void whatIsNoRuleBookIsRefused(String yaml) {
        assertThat(RuleBookYaml.read(yaml).accepted()).isFalse();
        assertThat(RuleBookYaml.read(yaml).problems()).isNotEmpty();
    }

    @Test
    void anExampleIsToldByItsOwnLine() {
        ReadRuleBook read =
                RuleBookYaml.read(
                        """
                        version: "1"
                        rules:
                          - id: a
                            note: n
                            any: [да]
                            matches:
                              - "да, верно"
                              - "нет, неверно"
                        """);

        assertThat(read.problems()).extracting(FileProblem::line).containsExactly(8);
    }

    @Test
    void aBookHoldsNoMoreRulesThanABitSetTells() {
        StringBuilder yaml = new StringBuilder("version: '1'\nrules:\n");
        for (int i = 0; i <= RuleBook.MOST_RULES; i++) {
            yaml.append("  - {id: r").append(i).append(", note: n, any: [да]}\n");
        }

        assertThat(RuleBookYaml.read(yaml.toString()).problems())
                .containsExactly(new FileProblem(67, "A rule book holds at most 64 rules."));
        assertThat(RuleBookYaml.read(yaml.substring(0, yaml.lastIndexOf("  - "))).accepted())
                .isTrue();
    }
}
