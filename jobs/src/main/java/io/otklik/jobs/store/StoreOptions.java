package io.otklik.jobs.store;

import io.otklik.connectors.clickhouse.ClickHouseOptions;
import io.otklik.connectors.clickhouse.ClickHouseTable;
import io.otklik.jobs.runtime.JobOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

import java.time.Duration;
import java.util.List;

/** Options of job {@code store}. */
final class StoreOptions {

    static final ConfigOption<String> URL =
            ConfigOptions.key("clickhouse-url")
                    .stringType()
                    .defaultValue("http://127.0.0.1:8123")
                    .withDescription("ClickHouse's HTTP interface.");
    static final ConfigOption<String> DATABASE =
            ConfigOptions.key("clickhouse-database")
                    .stringType()
                    .defaultValue("otklik")
                    .withDescription("Database that the migrations made.");
    static final ConfigOption<String> USER =
            ConfigOptions.key("clickhouse-user")
                    .stringType()
                    .defaultValue("default")
                    .withDescription(
                            "User; the password comes from the environment: "
                                    + ClickHouseOptions.PASSWORD_VARIABLE
                                    + " or, a file's path, "
                                    + ClickHouseOptions.PASSWORD_VARIABLE
                                    + "_FILE.");
    static final ConfigOption<List<String>> TABLES =
            ConfigOptions.key("tables")
                    .stringType()
                    .asList()
                    .defaultValues(
                            ClickHouseTable.all().stream()
                                    .map(ClickHouseTable::name)
                                    .toArray(String[]::new))
                    .withDescription(
                            "Tables that this job fills, separated by semicolons; by default all.");
    static final ConfigOption<Integer> BATCH_ROWS =
            ConfigOptions.key("batch-rows")
                    .intType()
                    .defaultValue(20_000)
                    .withDescription("Rows after which a batch is sent.");
    static final ConfigOption<Duration> FLUSH_INTERVAL =
            ConfigOptions.key("flush-interval")
                    .durationType()
                    .defaultValue(Duration.ofMillis(500))
                    .withDescription("After which a batch is sent however small.");

    static final ConfigOption<?>[] ALL = {URL, DATABASE, USER, TABLES, BATCH_ROWS, FLUSH_INTERVAL};

    private StoreOptions() {}

    static ClickHouseOptions clickHouse(JobOptions options) {
        return ClickHouseOptions.of(options.get(URL), options.get(DATABASE), options.get(USER))
                .withBatch(options.get(BATCH_ROWS), options.get(FLUSH_INTERVAL));
    }
}
