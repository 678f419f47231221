package io.otklik.jobs.store;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.clickhouse.ClickHouseTable;
import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.TopicReading;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sources;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

import java.util.List;

/** Reads every record topic, committed records only; writes a row per record to ClickHouse. */
public final class StoreJob {

    private final StreamExecutionEnvironment env;
    private final JobOptions options;
    private final KafkaOptions kafka;
    private final ClickHouseOptions clickHouse;

    private StoreJob(JobOptions options) {
        this.env = Environments.of(options);
        this.options = options;
        this.kafka = options.kafka("store");
        this.clickHouse = StoreOptions.clickHouse(options);
    }

    public static void main(String[] args) throws Exception {
        StoreJob job = new StoreJob(JobOptions.parse(args, StoreOptions.ALL));
        job.storeAll();
        job.env.execute("store");
    }

    private void storeAll() {
        List<String> chosen = options.get(StoreOptions.TABLES);
        List<StoredTopic<?>> stored =
                StoredTopic.ALL.stream().filter(s -> chosen.contains(s.table().name())).toList();
        if (stored.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option --tables names none of %s.".formatted(ClickHouseTable.all()));
        }
        StorePipeline.define(
                Sources.read(
                        env,
                        "records",
                        stored.stream().<TopicReading<?>>map(StoredTopic::rows).toList(),
                        kafka),
                stored,
                clickHouse);
    }
}
