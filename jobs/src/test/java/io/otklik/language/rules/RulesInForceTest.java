package io.otklik.language.rules;

import io.otklik.schemas.RuleBookVersion;
import org.junit.jupiter.api.Test;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class RulesInForceTest {

    private final RulesInForce rules = new RulesInForce(RuleBook.bundled());

    @Test
    void aGoodBookIsInForceAtOnce() {
        ReadRuleBook taken =
                rules.take(version("version: '7'\nrules: [{id: a, note: n, any: [слово]}]"));

        assertThat(taken.accepted()).isTrue();
        assertThat(rules.book().version()).isEqualTo("7");
    }

    @Test
    void aBadBookIsRefusedWithItsLineAndChangesNothing() {
        RuleBook before = rules.book();

        ReadRuleBook taken = rules.take(version("version: '7'\nrules:\n  - {id: a, any: [слово]}"));

        assertThat(taken.accepted()).isFalse();
        assertThat(taken.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.line()).isEqualTo(3);
                            assertThat(problem.sentence()).isEqualTo("note is missing.");
                        });
        assertThat(rules.book()).isSameAs(before);
    }

    private static RuleBookVersion version(String yaml) {
        return new RuleBookVersion(RuleBookVersion.MESSAGES, "7", yaml, Instant.EPOCH);
    }
}
