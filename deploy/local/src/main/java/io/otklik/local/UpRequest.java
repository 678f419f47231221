package io.otklik.local;

import io.otklik.local.StackSettings.ClickHouseKind;
import io.otklik.local.engine.ServerProcess;

import java.net.URI;

/**
 * What {@code up} was asked for; null: as the last time, or the default.
 *
 * @param clickHouse the library or the server of the PATH; by default the server if there is one
 * @param clickHouseUrl a server that somebody else runs
 * @param recipients file with the recipients of alerts; {@link #NO_NOTIFIER}: nobody is told
 * @param grafana the Grafana to start; {@link GrafanaSettings#NONE}: none any more
 */
public record UpRequest(
        Integer kafkaPort,
        Integer flinkPort,
        Integer clickHousePort,
        ClickHouseKind clickHouse,
        String clickHouseUrl,
        String recipients,
        GrafanaSettings grafana) {

    /** Grafana stays as it was: there, or not. */
    public UpRequest(
            Integer kafkaPort,
            Integer flinkPort,
            Integer clickHousePort,
            ClickHouseKind clickHouse,
            String clickHouseUrl,
            String recipients) {
        this(kafkaPort, flinkPort, clickHousePort, clickHouse, clickHouseUrl, recipients, null);
    }

    /** As recipients: the stack has no notifier any more. */
    public static final String NO_NOTIFIER = "off";

    private static final int CONTROLLER_PORT = 9093;
    private static final int RPC_PORT = 6123;

    /** As the last time, or all defaults. */
    public static UpRequest unchanged() {
        return new UpRequest(null, null, null, null, null, null);
    }

    /**
     * The settings that follow.
     *
     * @param last what the last {@code up} remembered; null if there was none
     */
    StackSettings settings(StackSettings last) {
        boolean first = last == null;
        int kafka = or(kafkaPort, first ? 9092 : last.kafkaPort());
        int flink = or(flinkPort, first ? 8081 : last.flinkPort());
        int controller = first ? CONTROLLER_PORT : last.controllerPort();
        int rpc = first ? RPC_PORT : last.rpcPort();
        ClickHouseKind kind = kind(last);
        String url;
        if (kind == ClickHouseKind.EXTERNAL) {
            url = clickHouseUrl == null ? last.clickHouseUrl() : checked(clickHouseUrl);
        } else {
            boolean remembered = !first && last.clickHouse() != ClickHouseKind.EXTERNAL;
            url =
                    "http://127.0.0.1:"
                            + or(clickHousePort, remembered ? last.clickHousePort() : 8123);
        }
        return new StackSettings(
                kafka,
                controller,
                flink,
                rpc,
                kind,
                url,
                recipients(last),
                first ? 0 : last.notifierPort(),
                grafana(last));
    }

    private GrafanaSettings grafana(StackSettings last) {
        if (GrafanaSettings.NONE.equals(grafana)) {
            return null;
        }
        return grafana != null ? grafana : last == null ? null : last.grafana();
    }

    private String recipients(StackSettings last) {
        if (NO_NOTIFIER.equals(recipients)) {
            return null;
        }
        return recipients != null ? recipients : last == null ? null : last.recipients();
    }

    private ClickHouseKind kind(StackSettings last) {
        if (clickHouseUrl != null) {
            return ClickHouseKind.EXTERNAL;
        }
        if (clickHouse != null) {
            return clickHouse;
        }
        if (last != null) {
            return last.clickHouse();
        }
        return ServerProcess.onPath().isPresent() ? ClickHouseKind.SERVER : ClickHouseKind.ENGINE;
    }

    private static String checked(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && uri.getPort() > 0 && uri.getScheme().startsWith("http")) {
                return uri.getScheme() + "://" + uri.getHost() + ':' + uri.getPort();
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same sentence.
        }
        throw new LocalStackException(
                "%s is no address of a ClickHouse; give one like http://host:8123.".formatted(url));
    }

    private static int or(Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
