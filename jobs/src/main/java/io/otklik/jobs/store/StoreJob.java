package io.otklik.jobs.store;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.clickhouse.ClickHouseSinks;
import io.otklik.connectors.clickhouse.ClickHouseTable;
import io.otklik.connectors.kafka.KafkaOptions;
import io.otklik.connectors.kafka.RecordTopic;
import io.otklik.jobs.runtime.Environments;
import io.otklik.jobs.runtime.JobOptions;
import io.otklik.jobs.runtime.Sources;
import io.otklik.schemas.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

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
        DataStream<DeadLetter> unreadable =
                job.store(RecordTopic.MESSAGE, ClickHouseTable.MESSAGE)
                        .union(
                                job.store(RecordTopic.COUNTER, ClickHouseTable.COUNTER),
                                job.store(RecordTopic.COMMUNITY, ClickHouseTable.COMMUNITY),
                                job.store(RecordTopic.APPEAL, ClickHouseTable.APPEAL),
                                job.store(RecordTopic.APPEAL_EVENT, ClickHouseTable.APPEAL_EVENT),
                                job.store(RecordTopic.DEAD_LETTER, ClickHouseTable.DEAD_LETTER));
        unreadable
                .sinkTo(ClickHouseSinks.sink(ClickHouseTable.DEAD_LETTER, job.clickHouse))
                .name("unreadable records")
                .uid("table-unreadable");
        job.env.execute("store");
    }

    private <T> DataStream<DeadLetter> store(RecordTopic<T> topic, ClickHouseTable<T> table) {
        return StorePipeline.define(
                Sources.from(env, topic, kafka, options.get(JobOptions.OUT_OF_ORDERNESS)),
                topic.type(),
                ClickHouseSinks.sink(table, clickHouse),
                table.name());
    }
}
