package io.otklik.cli;

import io.otklik.local.GrafanaSettings;
import io.otklik.local.StackSettings;
import io.otklik.local.StackSettings.ClickHouseKind;
import io.otklik.local.UpRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Starts the local stack, or what of it does not run. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        header = "Start the local stack, or what of it does not run.",
        description =
                "Start Kafka, Flink and ClickHouse on this machine, or what of them does "
                        + "not run, and the jobs that were submitted earlier. The folder "
                        + ".otklik keeps data and logs; a part that dies is started again.",
        footer = {
            "",
            "Examples:",
            "  otklik up",
            "  otklik up --kafka-port 19092 --flink-port 18081 --clickhouse-port 18123",
            "  otklik up --clickhouse-url http://clickhouse.example:8123",
            "  otklik up --grafana-home /usr/share/grafana",
            "  otklik up --docker",
            "  OTKLIK_TELEGRAM_TOKEN_FILE=bot otklik up --notify recipients.yaml"
        })
final class UpCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private StackOption stack;
    @Mixin private JsonOption json;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Kafka (9092).")
    private Integer kafkaPort;

    @Option(
            names = "--flink-port",
            paramLabel = "PORT",
            description = "Flink's web page and REST interface (8081).")
    private Integer flinkPort;

    @Option(
            names = "--clickhouse-port",
            paramLabel = "PORT",
            description = "ClickHouse's HTTP interface (8123).")
    private Integer clickHousePort;

    @Option(
            names = "--clickhouse",
            paramLabel = "engine|server",
            description =
                    "ClickHouse as a library (engine) or the program clickhouse of the PATH "
                            + "(server). By default the server if there is one; later as the first time.")
    private String clickHouse;

    @Option(
            names = "--clickhouse-url",
            paramLabel = "URL",
            description = "Address, such as http://host:8123, of a ClickHouse that runs already.")
    private String clickHouseUrl;

    @Option(
            names = "--notify",
            paramLabel = "FILE|off",
            description =
                    "Send alerts to these recipients, as otklik notify does, while the stack "
                            + "is up; off: do not any more. Secrets come from the environment of this "
                            + "command. Later as the last time.")
    private String notify;

    @Option(
            names = "--grafana-home",
            paramLabel = "DIR|off",
            description =
                    "Start the Grafana (11.6 or newer) that is installed in this folder, with "
                            + "Otklik's dashboards and alert rules; off: do not any more. Later as the "
                            + "last time.")
    private String grafanaHome;

    @Option(
            names = "--grafana-port",
            paramLabel = "PORT",
            description = "Grafana's web page (3000).")
    private Integer grafanaPort;

    @Option(
            names = "--docker",
            description =
                    "Start everything in containers instead, Grafana and Prometheus too: "
                            + "docker compose with deploy/docker/compose.yaml. Secrets are made in "
                            + "deploy/docker/.env at first.")
    private boolean docker;

    @Override
    public Integer call() throws Exception {
        if (docker) {
            if (spec.commandLine().getParseResult().matchedOptions().size() > 1) {
                throw CommandException.wrongInput(
                        "Give no other option with --docker: ports and settings stand in deploy/docker.");
            }
            new DockerStack(stack.home().root(), spec.commandLine().getErr()).up();
            return 0;
        }
        UpRequest request =
                new UpRequest(
                        checked("--kafka-port", kafkaPort),
                        checked("--flink-port", flinkPort),
                        checked("--clickhouse-port", clickHousePort),
                        kind(),
                        clickHouseUrl,
                        recipients(),
                        grafana());
        StackSettings settings;
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
            settings = stack.stack().up(request, progress);
        }
        var out = spec.commandLine().getOut();
        if (json.isGiven()) {
            JsonOption.print(
                    out,
                    new Addresses(
                            settings.bootstrapServers(),
                            settings.flinkUrl(),
                            settings.clickHouseUrl()));
        } else {
            out.println("The stack is up. Flink's page: " + settings.flinkUrl());
            if (settings.grafana() != null) {
                out.printf(
                        "Grafana's page: %s, user admin, password in %s%n",
                        settings.grafana().url(), stack.stack().folder().grafanaPassword());
            }
        }
        return 0;
    }

    /** The file is read now: a fault in it is told here and not in a log. */
    private String recipients() throws IOException {
        if (notify == null || notify.equals(UpRequest.NO_NOTIFIER)) {
            return notify;
        }
        Path file = Path.of(notify).toAbsolutePath().normalize();
        RecipientsFile.channels(RecipientsFile.read(file, spec.commandLine().getErr()));
        return file.toString();
    }

    private GrafanaSettings grafana() {
        if (grafanaHome == null) {
            if (grafanaPort != null) {
                throw CommandException.wrongInput("Give --grafana-home with --grafana-port.");
            }
            return null;
        }
        if (grafanaHome.equals("off")) {
            return GrafanaSettings.NONE;
        }
        Integer port = checked("--grafana-port", grafanaPort);
        return new GrafanaSettings(
                Path.of(grafanaHome).toAbsolutePath().normalize().toString(),
                port == null ? 3000 : port);
    }

    private ClickHouseKind kind() {
        if (clickHouse == null) {
            return null;
        }
        if (clickHouseUrl != null) {
            throw CommandException.wrongInput("Give --clickhouse or --clickhouse-url, not both.");
        }
        return switch (clickHouse) {
            case "engine" -> ClickHouseKind.ENGINE;
            case "server" -> ClickHouseKind.SERVER;
            default ->
                    throw CommandException.wrongInput(
                            "--clickhouse is engine or server, not %s.".formatted(clickHouse));
        };
    }

    private static Integer checked(String option, Integer port) {
        if (port != null && (port < 1 || port > 65_535)) {
            throw CommandException.wrongInput(
                    "%s is a number from 1 to 65535, not %d.".formatted(option, port));
        }
        return port;
    }

    private record Addresses(String kafka, String flink, String clickHouse) {}
}
