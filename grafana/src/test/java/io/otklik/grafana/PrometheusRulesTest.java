package io.otklik.grafana;

import io.otklik.grafana.file.Folders;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Prometheus' own tool runs the rules' unit tests and reads its configuration; skipped where
 * Debian's package prometheus is not installed.
 */
class PrometheusRulesTest {

    @Test
    void promtoolTestsTheRules() throws IOException, InterruptedException {
        String output = promtool("test", "rules", "prometheus/otklik.rules.test.yml");

        assertThat(output).contains("SUCCESS");
    }

    /** Of the stack in containers; the rules lie there under another path. */
    @Test
    void promtoolReadsTheConfiguration() throws IOException, InterruptedException {
        promtool("check", "config", "--syntax-only", "../deploy/docker/prometheus.yml");
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Path.of(folder, "promtool").toFile().canExecute()),
                "promtool is not on the PATH (Debian: apt-get install prometheus)");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(Folders.COMMITTED.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
