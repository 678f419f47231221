package io.otklik.cli;

import io.otklik.connectors.kafka.Topics;
import io.otklik.local.process.Ports;
import io.otklik.schemas.Topic;
import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.Map;

/** Which Kafka is meant: the local stack's unless one is given. */
final class KafkaOption {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Kafka's bootstrap servers (default: the local stack's).")
    private String servers;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Copies of the partitions of topics that are made (default: ${DEFAULT-VALUE}).")
    private short replication;

    /** Whether another Kafka than the local stack's is meant. */
    boolean isGiven() {
        return servers != null;
    }

    /** The servers, one of which takes connections. */
    String servers(StackOption stack) {
        String chosen = servers == null ? stack.stack().settings().bootstrapServers() : servers;
        boolean answered;
        try {
            answered = Arrays.stream(chosen.split(",")).map(String::strip).anyMatch(Ports::accepts);
        } catch (RuntimeException e) {
            throw CommandException.wrongInput(
                    "%s is not HOST:PORT; give Kafka's address like 127.0.0.1:9092."
                            .formatted(chosen));
        }
        if (!answered) {
            throw CommandException.failed(
                    "No Kafka answers on %s; start the local stack by otklik up or give another address by --kafka."
                            .formatted(chosen));
        }
        return chosen;
    }

    /** The servers, which have all topics of the project. */
    String serversWithTopics(StackOption stack) {
        String chosen = servers(stack);
        Topics.ensure(chosen, Topic.DEFAULT_PARTITIONS, replication, Map.of());
        return chosen;
    }
}
