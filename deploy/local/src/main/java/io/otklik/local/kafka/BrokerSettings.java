package io.otklik.local.kafka;

import io.otklik.schemas.Topic;

import java.nio.file.Path;
import java.time.Duration;
import java.util.StringJoiner;

/**
 * One KRaft node that is broker and controller at once, reachable on 127.0.0.1 only.
 *
 * @param data folder of the logs
 * @param port of the clients
 * @param controllerPort of the controller's own quorum of one
 */
public record BrokerSettings(Path data, int port, int controllerPort) {

    /**
     * How long the broker keeps a transaction that nobody ends: longer than the machine is ever
     * off, with the holidays of New Year, since a job commits what a power cut left between its
     * last checkpoint and the commit when it is back.
     */
    public static final Duration LONGEST_TRANSACTION = Duration.ofDays(14);

    /** The default of 128 MiB would be a third of this broker's heap. */
    private static final int CLEANER_BUFFER_BYTES = 16 * 1024 * 1024;

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The text of {@code server.properties}. */
    public String properties() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("process.roles=broker,controller");
        lines.add("node.id=1");
        lines.add("controller.quorum.voters=1@127.0.0.1:" + controllerPort);
        lines.add(
                "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort));
        lines.add("advertised.listeners=PLAINTEXT://127.0.0.1:" + port);
        lines.add("controller.listener.names=CONTROLLER");
        lines.add("listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        lines.add("log.dirs=" + escaped(data.toAbsolutePath().toString()));
        lines.add("auto.create.topics.enable=false");
        lines.add("num.partitions=" + Topic.DEFAULT_PARTITIONS);
        lines.add("message.max.bytes=" + Topic.MAX_MESSAGE_BYTES);
        lines.add("replica.fetch.max.bytes=" + Topic.MAX_MESSAGE_BYTES);
        for (String internal : new String[] {"offsets.topic", "transaction.state.log"}) {
            lines.add(internal + ".replication.factor=1");
            lines.add(internal + ".num.partitions=4");
        }
        lines.add("transaction.state.log.min.isr=1");
        lines.add("transaction.max.timeout.ms=" + LONGEST_TRANSACTION.toMillis());
        lines.add("share.coordinator.state.topic.replication.factor=1");
        lines.add("share.coordinator.state.topic.min.isr=1");
        lines.add("group.initial.rebalance.delay.ms=0");
        lines.add("log.cleaner.dedupe.buffer.size=" + CLEANER_BUFFER_BYTES);
        lines.add("num.network.threads=2");
        lines.add("num.io.threads=4");
        return lines.toString();
    }

    /** Files of properties are read as ISO-8859-1. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\\') {
                escaped.append("\\\\");
            } else if (c < 0x80) {
                escaped.append(c);
            } else {
                escaped.append("\\u%04x".formatted((int) c));
            }
        }
        return escaped.toString();
    }
}
