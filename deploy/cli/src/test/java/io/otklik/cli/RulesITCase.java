package io.otklik.cli;

import io.otklik.local.testkit.KafkaExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A rule book on its way into a real broker and back. */
class RulesITCase {

    @RegisterExtension static final KafkaExtension KAFKA = new KafkaExtension();

    @TempDir private Path folder;

    @Test
    void bookIsTakenOnceAndRefusedWithItsLines() throws IOException {
        Run shipped = run("rules", "show");
        assertThat(shipped.out()).startsWith("#");
        String version = version(shipped.out());
        Path file = folder.resolve("messages.yaml");
        Files.writeString(file, shipped.out());

        assertThat(run("rules", "import", file, "--check").out())
                .matches("Rule book %s is in order: \\d+ rules\\.\n".formatted(version));

        String changed = shipped.out().replace('"' + version + '"', '"' + version + "-zarechny\"");
        Files.writeString(file, changed);
        assertThat(run("rules", "import", file).out())
                .isEqualTo("1 rule book: 1 sent, 0 unchanged.\n");
        assertThat(run("rules", "import", file).out())
                .isEqualTo("1 rule book: 0 sent, 1 unchanged.\n");

        Files.writeString(
                file, changed + "  - {id: hotline, note: n, any: [горячая линия], wieght: 1}\n");
        Run refused = run("rules", "import", file);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith(
                        "%s:%d: wieght is not known here"
                                .formatted(file, changed.lines().count() + 1))
                .contains("Nothing was imported: 1 thing is wrong; mend it.");

        assertThat(run("rules", "show").out()).isEqualTo(changed);
        assertThat(run("rules", "show", "--shipped").out()).isEqualTo(shipped.out());
    }

    @Test
    void bookOfSignalsStandsBesideIt() throws IOException {
        Run shipped = run("rules", "show", "--book", "signals");
        assertThat(shipped.out()).contains("id: repost-call");
        Path file = folder.resolve("signals.yaml");
        Files.writeString(file, shipped.out());
        assertThat(run("rules", "import", file, "--book", "signals", "--check").out())
                .matches(
                        "Rule book %s is in order: \\d+ signals of the text\\.\n"
                                .formatted(version(shipped.out())));

        String changed = shipped.out().replace("weight: 1.9", "weight: 1.8");
        Files.writeString(file, changed);
        assertThat(run("rules", "import", file, "--book", "signals").out())
                .isEqualTo("1 rule book: 1 sent, 0 unchanged.\n");
        assertThat(run("rules", "show", "--book", "signals").out()).isEqualTo(changed);

        Files.writeString(file, changed.replace("weight: 1.8", "weight: much"));
        Run faulty = run("rules", "import", file, "--book", "signals");
        assertThat(faulty.code()).isEqualTo(2);
        assertThat(faulty.err()).contains("Here must stand a weight between -20 and 20.");

        Files.writeString(file, changed.replace("id: urgency", "id: haste"));
        Run moved = run("rules", "import", file, "--book", "signals");
        assertThat(moved.code()).isEqualTo(2);
        assertThat(moved.err()).contains("Signal 3 of the text must stay urgency");
        assertThat(run("rules", "show", "--book", "signals").out()).isEqualTo(changed);
    }

    private static String version(String book) {
        Matcher version = Pattern.compile("(?m)^version: \"(\\w+)\"$").matcher(book);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static Run run(Object... words) {
        List<String> all = new ArrayList<>(Arrays.stream(words).map(Object::toString).toList());
        if (!all.contains("--check") && !all.contains("--shipped")) {
            all.addAll(List.of("--kafka", KAFKA.bootstrapServers()));
        }
        return Run.of(all.toArray(String[]::new));
    }
}
