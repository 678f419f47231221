package io.otklik.cli;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.local.kafka.BrokerSettings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The jobs of the project, in the order of the data's way. */
enum JobName {
    NORMALIZE("io.otklik.jobs.normalize.NormalizeJob"),
    APPEALS("io.otklik.jobs.appeals.AppealsJob"),
    INCIDENTS("io.otklik.jobs.incidents.IncidentsJob"),
    RESPONSE("io.otklik.jobs.response.ResponseJob"),
    MISINFORMATION("io.otklik.jobs.misinformation.MisinformationJob"),
    ENGAGEMENT("io.otklik.jobs.engagement.EngagementJob"),
    STORE("io.otklik.jobs.store.StoreJob");

    private final String mainClass;

    JobName(String mainClass) {
        this.mainClass = mainClass;
    }

    /** The jobs of those names, each once; all if none is named. */
    static List<JobName> parse(List<String> names) {
        List<JobName> all = List.of(values());
        for (String name : names) {
            if (all.stream().noneMatch(job -> job.flinkName().equals(name))) {
                throw CommandException.wrongInput(
                        "There is no job %s; there are %s."
                                .formatted(name, all.toString().replaceAll("[\\[\\]]", "")));
            }
        }
        return all.stream()
                .filter(job -> names.isEmpty() || names.contains(job.flinkName()))
                .toList();
    }

    /** The name as the job gives it to Flink. */
    String flinkName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mainClass() {
        return mainClass;
    }

    /** Arguments of the job's main method. */
    List<String> arguments(String kafka, ClickHouseOptions clickHouse, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("--kafka", kafka));
        if (this == STORE) {
            arguments.addAll(
                    List.of(
                            "--clickhouse-url",
                            clickHouse.url(),
                            "--clickhouse-database",
                            clickHouse.database(),
                            "--clickhouse-user",
                            clickHouse.user()));
        }
        arguments.addAll(more);
        return arguments;
    }

    /**
     * Options on the local stack, unless others are given. On its Flink what is derived from
     * appeals and messages may be seen some seconds later than they: seven jobs' checkpoints each
     * second keep a small machine busy. In its Kafka transactions wait for a job as long as the
     * broker lets them.
     */
    Map<String, String> localOptions(boolean localFlink, boolean localKafka) {
        Map<String, String> options = new LinkedHashMap<>();
        if (localFlink) {
            switch (this) {
                case INCIDENTS, RESPONSE, MISINFORMATION, ENGAGEMENT ->
                        options.put("--checkpoint-interval", "5 s");
                case NORMALIZE, APPEALS, STORE -> {}
            }
        }
        if (localKafka) {
            options.put(
                    "--transaction-timeout", BrokerSettings.LONGEST_TRANSACTION.toDays() + " d");
        }
        return options;
    }

    @Override
    public String toString() {
        return flinkName();
    }
}
