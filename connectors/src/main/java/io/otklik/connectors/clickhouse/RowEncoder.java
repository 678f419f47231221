package io.otklik.connectors.clickhouse;

import java.io.Serializable;

/** Appends an element of a stream as one row. */
@FunctionalInterface
interface RowEncoder<T> extends Serializable {
    void write(T element, RowBinaryBuffer out);
}
