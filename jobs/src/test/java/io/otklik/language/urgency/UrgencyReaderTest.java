package io.otklik.language.urgency;

import io.otklik.language.text.Tokenizer;
import io.otklik.schemas.Urgency;
import io.otklik.yaml.YamlProblem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UrgencyReaderTest {

    private final Tokenizer tokenizer = new Tokenizer();
    private final UrgencyReader reader = UrgencyReader.bundled();

    @TestFactory
    Stream<DynamicTest> everyRuleSpeaksOnItsExamples() {
        return reader.rules().stream()
                .flatMap(
                        rule ->
                                rule.matches().stream()
                                        .map(
                                                text ->
                                                        DynamicTest.dynamicTest(
                                                                rule.id() + ": " + text,
                                                                () ->
                                                                        assertThat(reasons(text))
                                                                                .contains(
                                                                                        "urgency:"
                                                                                                + rule
                                                                                                        .id()))));
    }

    @TestFactory
    Stream<DynamicTest> noRuleSpeaksOnWhatARuleIgnores() {
        return reader.rules().stream()
                .flatMap(rule -> rule.ignores().stream())
                .map(
                        text ->
                                DynamicTest.dynamicTest(
                                        text, () -> assertThat(reasons(text)).isEmpty()));
    }

    @Test
    void everyRuleHasExamplesOfBothKinds() {
        assertThat(reader.rules())
                .allSatisfy(
                        rule -> {
                            assertThat(rule.matches()).as(rule.id()).isNotEmpty();
                            assertThat(rule.ignores()).as(rule.id()).isNotEmpty();
                        });
    }

    @Test
    void oneRuleMakesAMessageUrgent() {
        assertThat(UrgencyReader.urgency(0)).isEqualTo(Urgency.NORMAL);
        assertThat(UrgencyReader.urgency(4)).isEqualTo(Urgency.HIGH);
    }

    @Test
    void refusesABadBookWithItsLine() {
        String book =
                """
                version: "1"
                push: 0
                lists: {}
                rules:
                  - id: a
                    note: n
                    any: [вода]
                  - id: b
                    note: n
                    any: ["@нет"]
                """;
        assertThatThrownBy(() -> read(book))
                .isInstanceOfSatisfying(YamlProblem.class, e -> assertThat(e.line()).isEqualTo(10));
    }

    @Test
    void refusesAnIdThatStandsTwice() {
        String rule = "  - {id: a, note: n, any: [вода]}\n";
        assertThatThrownBy(() -> read("version: 1\npush: 0\nlists: {}\nrules:\n" + rule + rule))
                .hasMessageStartingWith("line 6:");
    }

    private static UrgencyReader read(String yaml) throws IOException {
        return UrgencyReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> reasons(String text) {
        return reader.reasons(reader.speaking(tokenizer.read(text)));
    }
}
