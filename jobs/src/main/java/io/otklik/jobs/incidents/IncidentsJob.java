package io.otklik.jobs.incidents;

import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.connectors.kafka.SplitParsed;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sinks;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.Appeal;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.time.Duration;

/** Reads appeals; writes the incidents they belong to, and that they were merged. */
public final class IncidentsJob {

    static final ConfigOption<Duration> JOIN_WITHIN =
            option(
                    "join-within",
                    30,
                    "How long after its latest appeal an open incident takes one.");
    static final ConfigOption<Duration> REPEAT_WITHIN =
            option("repeat-within", 30, "How long after its end an incident can be repeated.");
    static final ConfigOption<Duration> RETENTION =
            option("retention", 180, "How long an incident that does not change stays in state.");

    private IncidentsJob() {}

    public static void main(String[] args) throws Exception {
        JobOptions options = JobOptions.parse(args, JOIN_WITHIN, REPEAT_WITHIN, RETENTION);
        KafkaOptions kafka = options.kafka("incidents");
        StreamExecutionEnvironment env = Environments.of(options);
        SingleOutputStreamOperator<Appeal> appeals =
                Sources.records(env, "appeals", RecordTopic.APPEAL, kafka, options);
        IncidentsPipeline.define(
                appeals,
                new IncidentTimes(
                        options.get(JOIN_WITHIN),
                        options.get(REPEAT_WITHIN),
                        options.get(RETENTION)),
                incidents -> Sinks.to(incidents, RecordTopic.INCIDENT, kafka),
                merges -> Sinks.to(merges, RecordTopic.APPEAL_EVENT, kafka, "merges"));
        Sinks.to(appeals.getSideOutput(SplitParsed.DEAD_LETTERS), RecordTopic.DEAD_LETTER, kafka);
        env.execute("incidents");
    }

    private static ConfigOption<Duration> option(String key, int days, String description) {
        return ConfigOptions.key(key)
                .durationType()
                .defaultValue(Duration.ofDays(days))
                .withDescription(description);
    }
}
