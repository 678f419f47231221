package io.otklik.connectors.clickhouse;

/** The contract, for the own writer. */
class RowBinarySinkITCase extends ClickHouseSinkContract {

    @Override
    ClickHouseOptions.Client client() {
        return ClickHouseOptions.Client.ROW_BINARY;
    }
}
