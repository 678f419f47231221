package io.otklik.grafana;

import io.otklik.grafana.file.Folders;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Prometheus' own tool runs the rules' unit tests; skipped where Debian's package prometheus is not
 * installed.
 */
class PrometheusRulesTest {

    @Test
    void promtoolTestsTheRules() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Path.of(folder, "promtool").toFile().canExecute()),
                "promtool is not on the PATH (Debian: apt-get install prometheus)");
        Process process =
                new ProcessBuilder(List.of("promtool", "test", "rules", "otklik.rules.test.yml"))
                        .directory(Folders.COMMITTED.resolve("prometheus").toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("SUCCESS");
    }
}
