package io.otklik.local;

import io.otklik.local.engine.EngineProcess;
import io.otklik.local.engine.ServerProcess;
import io.otklik.local.flink.FlinkProcess;
import io.otklik.local.kafka.BrokerSettings;
import io.otklik.local.kafka.KafkaBroker;
import io.otklik.local.process.Command;

import java.io.IOException;
import java.nio.file.Path;

/** Gives the command of each part; its configuration files are written on the way. */
record PartCommands(Home home, StackFolder folder, StackSettings settings)
        implements CommandSource {

    /**
     * @throws LocalStackException if the part is not built, or its program is gone
     */
    @Override
    public Command of(Part part) throws IOException {
        return switch (part) {
            case KAFKA ->
                    KafkaBroker.command(
                            home,
                            new BrokerSettings(
                                    folder.data(part),
                                    settings.kafkaPort(),
                                    settings.controllerPort()),
                            folder.configuration(part),
                            folder.log(part),
                            false);
            case JOBMANAGER -> FlinkProcess.jobManager(home, folder, settings);
            case TASKMANAGER -> FlinkProcess.taskManager(home, folder, settings);
            case NOTIFIER -> NotifierProcess.command(home, folder, settings);
            case GRAFANA -> GrafanaProcess.command(home, folder, settings);
            case CLICKHOUSE ->
                    switch (settings.clickHouse()) {
                        case ENGINE -> EngineProcess.command(home, folder, settings);
                        case SERVER -> ServerProcess.command(server(), folder, settings);
                        case EXTERNAL -> throw new IllegalStateException("Somebody else's server");
                    };
        };
    }

    private static Path server() {
        return ServerProcess.onPath()
                .orElseThrow(
                        () ->
                                new LocalStackException(
                                        "The stack was started with the ClickHouse server of the"
                                                + " PATH, and there is none now; install it again"
                                                + " or run otklik up --clickhouse engine."));
    }
}
