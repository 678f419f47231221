package io.otklik.connectors.clickhouse;

/** The contract, for flink-connector-jdbc. */
class JdbcSinkITCase extends ClickHouseSinkContract {

    @Override
    ClickHouseOptions.Client client() {
        return ClickHouseOptions.Client.JDBC;
    }
}
