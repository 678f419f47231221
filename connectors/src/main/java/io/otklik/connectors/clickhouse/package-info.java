/**
 * The ClickHouse sink behind one facade, {@link io.otklik.connectors.clickhouse.ClickHouseSinks}.
 */
package io.otklik.connectors.clickhouse;
