package io.otklik.local.flink;

import io.otklik.local.StackFolder;
import io.otklik.local.StackSettings;
import io.otklik.local.StackSettings.ClickHouseKind;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the rendered file by Flink's own reader. */
class FlinkConfigurationTest {

    @TempDir private Path configDir;

    @Test
    void flinkReadsWhatIsMeant() throws IOException {
        Configuration read = read(new StackFolder(Path.of("/home/имя \"x\"/.otklik")));

        assertThat(read.get(RestOptions.PORT)).isEqualTo(18081);
        assertThat(read.get(CheckpointingOptions.CHECKPOINTING_INTERVAL))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(read.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
                .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        assertThat(read.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY))
                .isEqualTo("file:///home/имя \"x\"/.otklik/flink/checkpoints");
        assertThat(read.get(PipelineOptions.GENERIC_TYPES)).isFalse();
        assertThat(read.get(RestartStrategyOptions.RESTART_STRATEGY))
                .isEqualTo("exponential-delay");
        assertThat(read.toMap().get("io.tmp.dirs")).isEqualTo("/home/имя \"x\"/.otklik/flink/tmp");
    }

    @Test
    void nothingListensBeyondThisMachine() throws IOException {
        Configuration read = read(new StackFolder(Path.of("/data")));

        assertThat(read.toMap())
                .containsEntry("rest.bind-address", "127.0.0.1")
                .containsEntry("jobmanager.bind-host", "127.0.0.1")
                .containsEntry("taskmanager.bind-host", "127.0.0.1");
        assertThat(read.toMap().get("metrics.reporter.prometheus.factory.class"))
                .endsWith("LoopbackPrometheusReporterFactory");
    }

    private Configuration read(StackFolder folder) throws IOException {
        StackSettings settings =
                new StackSettings(
                        19092,
                        19093,
                        18081,
                        16123,
                        ClickHouseKind.ENGINE,
                        "http://127.0.0.1:8123",
                        null,
                        0);
        Files.writeString(
                configDir.resolve("config.yaml"), FlinkConfiguration.yaml(folder, settings));
        return GlobalConfiguration.loadConfiguration(configDir.toString());
    }
}
