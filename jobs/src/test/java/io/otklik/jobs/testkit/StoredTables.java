package io.otklik.jobs.testkit;

import io.otklik.connectors.clickhouse.TestDatabase;
import io.otklik.jobs.store.StoreJob;
import io.otklik.local.clickhouse.testkit.ClickHouseExtension;
import io.otklik.local.testkit.KafkaExtension;
import io.otklik.schemas.Topic;

import java.util.stream.Stream;

/** Every topic of a broker, and a database of its own that job {@code store} fills from them. */
public final class StoredTables {

    private final KafkaExtension kafka;
    private final ClickHouseExtension clickHouse;
    private final TestDatabase database;

    /** Makes the topics and the tables. */
    public StoredTables(KafkaExtension kafka, ClickHouseExtension clickHouse) {
        this.kafka = kafka;
        this.clickHouse = clickHouse;
        this.database = new TestDatabase(clickHouse);
        kafka.createTopics(Topic.values());
    }

    /** Stores what the topics hold. */
    public void store() throws Exception {
        store("--bounded", "true");
    }

    /** Stores what comes, until the jobs are closed. */
    public void storeOn(LiveJobs jobs) {
        jobs.start(this::store, "--checkpoint-interval", "500 ms");
    }

    private void store(String... more) throws Exception {
        StoreJob.main(
                Stream.concat(
                                Stream.of(
                                        "--kafka",
                                        kafka.bootstrapServers(),
                                        "--clickhouse-url",
                                        clickHouse.httpUrl(),
                                        "--clickhouse-database",
                                        database.name()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Runs a query; TabSeparated, without the last line break. */
    public String query(String sql) {
        return database.query(sql);
    }
}
