package io.otklik.yaml;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrictYamlTest {

    @Test
    void knowsTheLineOfEveryValue() throws IOException {
        StrictYaml root = read("version: 1\nrows:\n  - id: a\n    groups: [x, y]\n  - id: b\n");
        assertThat(root.get("rows").list().get(0).get("groups").line()).isEqualTo(4);
        assertThat(root.get("rows").list().get(1).get("id").line()).isEqualTo(5);
    }

    @Test
    void takesOneValueForAListOfOne() throws IOException {
        StrictYaml root = read("one: a\nmany: [a, b]\n");
        assertThat(root.texts("one")).containsExactly("a");
        assertThat(root.texts("many")).containsExactly("a", "b");
        assertThat(root.texts("none")).isEmpty();
    }

    @Test
    void refusesAMissingKeyWithTheLineOfItsMap() throws IOException {
        StrictYaml row = read("rows:\n  - id: a\n").get("rows").list().get(0);
        assertThatThrownBy(() -> row.get("agency"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith("line 2:")
                .hasMessageContaining("agency");
    }

    @Test
    void refusesAnUnknownKey() throws IOException {
        StrictYaml root = read("a: 1\nbb: 2\n");
        assertThatThrownBy(() -> root.allow(Set.of("a"))).hasMessageStartingWith("line 2:");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThatThrownBy(() -> read("a: 1\na: 2\n")).isInstanceOf(YamlProblem.class);
    }

    @Test
    void refusesWhatIsNoYamlWithItsLine() {
        assertThatThrownBy(() -> read("a: 1\nb: [1, 2\n"))
                .isInstanceOfSatisfying(
                        YamlProblem.class, e -> assertThat(e.line()).isGreaterThanOrEqualTo(2));
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    }

    private static StrictYaml read(String yaml) throws IOException {
        return StrictYaml.read(new StringReader(yaml));
    }
}
