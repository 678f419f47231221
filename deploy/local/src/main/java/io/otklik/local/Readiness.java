package io.otklik.local;

import io.otklik.local.engine.EngineProbe;
import io.otklik.local.flink.FlinkRest;
import io.otklik.local.kafka.BrokerProbe;
import io.otklik.local.process.Ports;

import java.io.IOException;

/** Asks parts whether they serve, by the requests that their clients make. */
final class Readiness {

    private Readiness() {}

    /**
     * Whether the part serves: the broker gives its metadata, the JobManager answers, the
     * TaskManager has registered its slots, ClickHouse answers {@code /ping}, the notifier gives
     * its figures.
     */
    static boolean serves(Part part, StackSettings settings) throws InterruptedException {
        return switch (part) {
            case KAFKA ->
                    Ports.accepts(settings.bootstrapServers())
                            && BrokerProbe.answers(settings.bootstrapServers());
            case JOBMANAGER -> slots(settings) >= 0;
            case TASKMANAGER -> slots(settings) > 0;
            case CLICKHOUSE -> EngineProbe.answers(settings.clickHouseUrl());
            case NOTIFIER -> Ports.accepts(settings.address(part));
            case GRAFANA -> Ports.accepts("127.0.0.1:" + settings.grafana().port());
        };
    }

    private static int slots(StackSettings settings) {
        try {
            return new FlinkRest(settings.flinkUrl()).slots();
        } catch (IOException | LocalStackException e) {
            return -1;
        }
    }
}
