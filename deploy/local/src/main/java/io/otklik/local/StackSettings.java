package io.otklik.local;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.otklik.local.process.Ports;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the parts of a stack listen, all on 127.0.0.1; kept in {@code stack.json} for every other
 * command.
 *
 * @param controllerPort of Kafka's controller, used by the broker alone
 * @param flinkPort Flink's web page and REST interface
 * @param rpcPort over which TaskManager and JobManager talk
 * @param clickHouse which ClickHouse is used
 * @param clickHouseUrl address of its HTTP interface, for example {@code http://127.0.0.1:8123}
 * @param recipients file that says whom the notifier tells of alerts; null: there is no notifier
 * @param notifierPort of the notifier's figures
 * @param grafana the Grafana that is started with the stack; null: none
 */
public record StackSettings(
        int kafkaPort,
        int controllerPort,
        int flinkPort,
        int rpcPort,
        ClickHouseKind clickHouse,
        String clickHouseUrl,
        String recipients,
        int notifierPort,
        GrafanaSettings grafana) {

    /** Which ClickHouse answers. */
    public enum ClickHouseKind {
        /** The library, in a process of the stack. */
        ENGINE,
        /** The program {@code clickhouse} of the PATH, in a process of the stack. */
        SERVER,
        /** A server that somebody else runs. */
        EXTERNAL
    }

    /** A stack without Grafana. */
    public StackSettings(
            int kafkaPort,
            int controllerPort,
            int flinkPort,
            int rpcPort,
            ClickHouseKind clickHouse,
            String clickHouseUrl,
            String recipients,
            int notifierPort) {
        this(
                kafkaPort,
                controllerPort,
                flinkPort,
                rpcPort,
                clickHouse,
                clickHouseUrl,
                recipients,
                notifierPort,
                null);
    }

    /** The settings that the last {@code up} remembered. */
    public static Optional<StackSettings> load(StackFolder folder) {
        return JsonFile.read(folder.settings(), StackSettings.class);
    }

    void save(StackFolder folder) {
        JsonFile.write(folder.settings(), this);
    }

    @JsonIgnore
    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Flink's web page. */
    @JsonIgnore
    public String flinkUrl() {
        return "http://127.0.0.1:" + flinkPort;
    }

    @JsonIgnore
    public int clickHousePort() {
        return java.net.URI.create(clickHouseUrl).getPort();
    }

    /** Where the part is reached. */
    public String address(Part part) {
        return switch (part) {
            case KAFKA -> bootstrapServers();
            case CLICKHOUSE -> clickHouseUrl;
            case JOBMANAGER -> flinkUrl();
            case TASKMANAGER -> "";
            case NOTIFIER -> recipients == null ? "" : "127.0.0.1:" + notifierPort;
            case GRAFANA -> grafana == null ? "" : grafana.url();
        };
    }

    /** Whether the part is a process of this stack. */
    public boolean runs(Part part) {
        return switch (part) {
            case CLICKHOUSE -> clickHouse != ClickHouseKind.EXTERNAL;
            case NOTIFIER -> recipients != null;
            case GRAFANA -> grafana != null;
            case KAFKA, JOBMANAGER, TASKMANAGER -> true;
        };
    }

    /** Whether the stack has the part, whoever runs it. */
    public boolean has(Part part) {
        return !part.isOptional() || runs(part);
    }

    /** The same stack, with a notifier for these recipients; null: with none. */
    StackSettings withRecipients(String file) {
        return new StackSettings(
                kafkaPort,
                controllerPort,
                flinkPort,
                rpcPort,
                clickHouse,
                clickHouseUrl,
                file,
                notifierPort,
                grafana);
    }

    /** The same stack with this Grafana; null: with none. */
    StackSettings withGrafana(GrafanaSettings other) {
        return new StackSettings(
                kafkaPort,
                controllerPort,
                flinkPort,
                rpcPort,
                clickHouse,
                clickHouseUrl,
                recipients,
                notifierPort,
                other);
    }

    /** Gives the ports that only the parts themselves use other numbers if they are taken. */
    StackSettings withFreeInnerPorts(boolean kafkaRuns, boolean flinkRuns, boolean notifierRuns)
            throws IOException {
        int controller = kafkaRuns || Ports.isFree(controllerPort) ? controllerPort : Ports.free();
        int rpc = flinkRuns || Ports.isFree(rpcPort) ? rpcPort : Ports.free();
        boolean keeps = notifierRuns || notifierPort > 0 && Ports.isFree(notifierPort);
        return new StackSettings(
                kafkaPort,
                controller,
                flinkPort,
                rpc,
                clickHouse,
                clickHouseUrl,
                recipients,
                keeps || recipients == null ? notifierPort : Ports.free(),
                grafana);
    }
}
