package io.otklik.local;

import io.otklik.local.process.Command;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Grafana with the dashboards and alert rules of {@code grafana/}, on 127.0.0.1. Ways of alerting
 * come from the environment of who starts the stack, as {@code grafana/provision.sh} says.
 */
final class GrafanaProcess {

    private static final String DATABASE = "otklik";
    private static final String PLUGIN = "grafana-clickhouse-datasource";

    private GrafanaProcess() {}

    static Command command(Home home, StackFolder folder, StackSettings settings)
            throws IOException {
        GrafanaSettings grafana = settings.grafana();
        Path program = grafana.program();
        Path provisioning = folder.configuration(Part.GRAFANA).resolve("provisioning");
        provision(home, provisioning);
        return new Command(
                List.of(program.toString(), "server", "--homepath", grafana.home()),
                environment(home, folder, settings, provisioning));
    }

    private static Map<String, String> environment(
            Home home, StackFolder folder, StackSettings settings, Path provisioning) {
        Path dashboards = home.root().resolve("grafana").resolve("dashboards");
        URI clickHouse = URI.create(settings.clickHouseUrl());
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("GF_SERVER_HTTP_ADDR", "127.0.0.1");
        environment.put("GF_SERVER_HTTP_PORT", Integer.toString(settings.grafana().port()));
        environment.put("GF_PATHS_PROVISIONING", provisioning.toString());
        environment.put("GF_PATHS_DATA", folder.data(Part.GRAFANA).toString());
        environment.put("GF_PATHS_LOGS", folder.log(Part.GRAFANA).getParent().toString());
        environment.put("GF_SECURITY_ADMIN_PASSWORD__FILE", folder.grafanaPassword().toString());
        environment.put("GF_USERS_ALLOW_SIGN_UP", "false");
        environment.put("GF_ANALYTICS_REPORTING_ENABLED", "false");
        environment.put(
                "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH",
                dashboards.resolve("otklik-shift.json").toString());
        environment.put("OTKLIK_DASHBOARDS", dashboards.toString());
        environment.put("OTKLIK_CLICKHOUSE_HOST", clickHouse.getHost());
        environment.put("OTKLIK_CLICKHOUSE_PORT", Integer.toString(clickHouse.getPort()));
        environment.put("OTKLIK_CLICKHOUSE_DATABASE", DATABASE);
        // What the person who starts the stack has set is left as it is.
        ifUnset(environment, "GF_PLUGINS_PREINSTALL_SYNC", PLUGIN);
        ifUnset(environment, "OTKLIK_CLICKHOUSE_USER", "default");
        ifUnset(environment, "OTKLIK_CLICKHOUSE_PASSWORD", "");
        ifUnset(environment, "OTKLIK_PROMETHEUS_URL", "http://127.0.0.1:9090");
        return environment;
    }

    private static void ifUnset(Map<String, String> environment, String name, String value) {
        if (System.getenv(name) == null) {
            environment.put(name, value);
        }
    }

    private static void provision(Home home, Path target) throws IOException {
        Path script = home.root().resolve("grafana").resolve("provision.sh");
        Files.createDirectories(target);
        Process process =
                new ProcessBuilder("sh", script.toString(), target.toString())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new LocalStackException(
                        "Grafana's files cannot be written to %s: %s"
                                .formatted(target, output.strip()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
