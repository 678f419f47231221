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
        DataStream<DeadLetter> unreadable = null;
        List<String> chosen = options.get(StoreOptions.TABLES);
        for (Way<?> way : Way.ALL) {
            if (chosen.contains(way.table.name())) {
                DataStream<DeadLetter> letters = store(way);
                unreadable = unreadable == null ? letters : unreadable.union(letters);
            }
        }
        if (unreadable == null) {
            throw new IllegalArgumentException(
                    "Option --tables names none of %s.".formatted(ClickHouseTable.all()));
        }
        unreadable
                .sinkTo(ClickHouseSinks.sink(ClickHouseTable.DEAD_LETTER, clickHouse))
                .name("unreadable records")
                .uid("table-unreadable");
    }

    private <T> DataStream<DeadLetter> store(Way<T> way) {
        return StorePipeline.define(
                Sources.from(env, way.topic, kafka, options.get(JobOptions.OUT_OF_ORDERNESS)),
                way.topic.type(),
                ClickHouseSinks.sink(way.table, clickHouse),
                way.table.name());
    }

    /** From a topic to its table. */
    private record Way<T>(RecordTopic<T> topic, ClickHouseTable<T> table) {
        static final List<Way<?>> ALL =
                List.of(
                        new Way<>(RecordTopic.MESSAGE, ClickHouseTable.MESSAGE),
                        new Way<>(RecordTopic.COUNTER, ClickHouseTable.COUNTER),
                        new Way<>(RecordTopic.COMMUNITY, ClickHouseTable.COMMUNITY),
                        new Way<>(RecordTopic.SLA_POLICY, ClickHouseTable.SLA_POLICY),
                        new Way<>(RecordTopic.WORK_CALENDAR, ClickHouseTable.WORK_CALENDAR),
                        new Way<>(RecordTopic.APPEAL, ClickHouseTable.APPEAL),
                        new Way<>(RecordTopic.APPEAL_EVENT, ClickHouseTable.APPEAL_EVENT),
                        new Way<>(RecordTopic.ALERT, ClickHouseTable.ALERT),
                        new Way<>(RecordTopic.ALERT_DELIVERY, ClickHouseTable.ALERT_DELIVERY),
                        new Way<>(RecordTopic.INCIDENT, ClickHouseTable.INCIDENT),
                        new Way<>(RecordTopic.RESPONSE_WINDOW, ClickHouseTable.RESPONSE_WINDOW),
                        new Way<>(RecordTopic.CLAIM, ClickHouseTable.CLAIM),
                        new Way<>(RecordTopic.VERDICT, ClickHouseTable.VERDICT),
                        new Way<>(RecordTopic.SUSPICION, ClickHouseTable.SUSPICION),
                        new Way<>(RecordTopic.COPY, ClickHouseTable.COPY),
                        new Way<>(RecordTopic.AUDIENCE, ClickHouseTable.AUDIENCE),
                        new Way<>(RecordTopic.ENGAGEMENT_WINDOW, ClickHouseTable.ENGAGEMENT),
                        new Way<>(RecordTopic.DEAD_LETTER, ClickHouseTable.DEAD_LETTER));
    }
}
