package io.otklik.connectors.clickhouse;

import io.otklik.connectors.json.PlainJson;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.MalformedPayloadException;

/**
 * Makes a table's rows from its records' JSON, for {@link ClickHouseSinks#rows}. Not safe for use
 * by several threads.
 *
 * <p>JSON as {@link JsonCodec} writes it is copied value by value, and no record is made of it.
 * Where that does not do, with members in another order or unknown, white space, nulls or anything
 * wrong, the codec decodes it: it alone says what is refused, and why.
 */
public final class JsonRows<T> {

    private final ClickHouseTable<T> table;
    private final JsonCodec<T> codec;
    private final PlainJson plain = new PlainJson();
    private final RowBinaryBuffer row = new RowBinaryBuffer();

    private JsonRows(ClickHouseTable<T> table) {
        this.table = table;
        this.codec = JsonCodec.of(table.type());
    }

    public static <T> JsonRows<T> of(ClickHouseTable<T> table) {
        return new JsonRows<>(table);
    }

    /**
     * The row of a record.
     *
     * @throws MalformedPayloadException as {@link JsonCodec#decode} does
     */
    public byte[] row(byte[] json) throws MalformedPayloadException {
        row.truncate(0);
        if (json == null || !table.copy(plain, json, row)) {
            table.write(codec.decode(json), row);
        }
        return row.toByteArray();
    }
}
