package io.otklik.cli.appeals;

import io.otklik.language.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    page                                                 | ведомство страницы
                    route:municipal-page                                 | страница муниципальная, тема местная
                    rule:request +работает topic:лифт rule:failure | просьба, не работает, не сделано, нет
                    +работает -спасибо                                   | ''
                    rule:our-own                                         | rule:our-own
                    deleted by its author                                | deleted by its author
                    """)
    void areWordsForPeople(String reason, String words) {
        assertThat(Reasons.words(reason)).isEqualTo(words);
    }

    @Test
    void everyRuleOfTheBookHasAName() {
        assertThat(RuleBook.bundled().rules())
                .isNotEmpty()
                .allSatisfy(
                        rule ->
                                assertThat(Reasons.words("rule:" + rule.id()))
                                        .doesNotContain("rule:"));
    }
}
