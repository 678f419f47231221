package io.otklik.local;

import io.otklik.local.StackSettings.ClickHouseKind;
import io.otklik.local.process.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GrafanaProcessTest {

    @TempDir private Path folder;

    @Test
    void aGrafanaOfTheMachineGetsTheProjectsDashboardsAndRules() throws IOException {
        Path program = Files.createDirectories(folder.resolve("grafana/bin")).resolve("grafana");
        Files.createFile(program);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        StackSettings settings = settings(folder.resolve("grafana"));

        Command command = GrafanaProcess.command(Home.find(), new StackFolder(folder), settings);

        assertThat(command.words()).startsWith(program.toString(), "server", "--homepath");
        Map<String, String> environment = command.environment();
        assertThat(environment)
                .containsEntry("GF_SERVER_HTTP_ADDR", "127.0.0.1")
                .containsEntry("GF_SERVER_HTTP_PORT", "13000")
                .containsEntry("OTKLIK_CLICKHOUSE_HOST", "127.0.0.1")
                .containsEntry("OTKLIK_CLICKHOUSE_PORT", "8123")
                .doesNotContainKey("GF_SECURITY_ADMIN_PASSWORD");
        Path provisioning = Path.of(environment.get("GF_PATHS_PROVISIONING"));
        assertThat(provisioning.resolve("datasources/otklik.yaml")).exists();
        assertThat(provisioning.resolve("alerting/rules.json")).exists();
        assertThat(Path.of(environment.get("OTKLIK_DASHBOARDS")).resolve("otklik-shift.json"))
                .exists();
        assertThat(Path.of(environment.get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))).exists();
    }

    @Test
    void aFolderWithoutGrafanaIsRefused() {
        assertThatThrownBy(
                        () ->
                                GrafanaProcess.command(
                                        Home.find(), new StackFolder(folder), settings(folder)))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("holds no Grafana");
    }

    @Test
    void itIsRememberedUntilItIsSwitchedOff() {
        GrafanaSettings grafana = new GrafanaSettings("/usr/share/grafana", 3000);
        StackSettings with = request(grafana).settings(null);

        assertThat(with.runs(Part.GRAFANA)).isTrue();
        assertThat(with.address(Part.GRAFANA)).isEqualTo("http://127.0.0.1:3000");
        assertThat(UpRequest.unchanged().settings(with)).isEqualTo(with);
        assertThat(request(GrafanaSettings.NONE).settings(with).has(Part.GRAFANA)).isFalse();
        assertThat(UpRequest.unchanged().settings(null).has(Part.GRAFANA)).isFalse();
    }

    private static UpRequest request(GrafanaSettings grafana) {
        return new UpRequest(null, null, null, ClickHouseKind.ENGINE, null, null, grafana);
    }

    private static StackSettings settings(Path home) {
        return new StackSettings(
                1,
                2,
                3,
                4,
                ClickHouseKind.ENGINE,
                "http://127.0.0.1:8123",
                null,
                0,
                new GrafanaSettings(home.toString(), 13000));
    }
}
