package io.otklik.cli;

import com.fasterxml.jackson.databind.MappingIterator;
import io.otklik.schemas.Json;

import java.io.IOException;
import java.io.InputStream;

/** Questions whose answers are records. */
public final class Sql {

    private final ClickHouseHttp clickHouse;

    public Sql(ClickHouseHttp clickHouse) {
        this.clickHouse = clickHouse;
    }

    /**
     * The rows of an answer, read as they come: an answer of any length takes no memory.
     *
     * @param select without a format; its columns are named like the record's components, and its
     *     times are ISO-8601: see {@link #time}
     */
    public <T> Rows<T> rows(Class<T> type, String select) throws IOException {
        InputStream answer =
                clickHouse.query(
                        select
                                + " SETTINGS output_format_json_quote_64bit_integers = 0,"
                                + " output_format_json_quote_denormals = 1 FORMAT JSONEachRow",
                        "JSONEachRow");
        return new Rows<>(answer, Json.MAPPER.readerFor(type).readValues(answer));
    }

    /** A text literal. */
    public static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A column of times as ISO-8601 with milliseconds; null stays null. */
    public static String time(String column) {
        return "formatDateTime(%s, '%%Y-%%m-%%dT%%H:%%i:%%S.', 'UTC') || leftPad(toString(toUnixTimestamp64Milli(%1$s) %% 1000), 3, '0') || 'Z'"
                .formatted(column);
    }

    /** Rows that are still being read. */
    public static final class Rows<T> implements AutoCloseable {
        private final InputStream answer;
        private final MappingIterator<T> rows;

        private Rows(InputStream answer, MappingIterator<T> rows) {
            this.answer = answer;
            this.rows = rows;
        }

        /** The next row; null after the last. */
        public T next() throws IOException {
            return rows.hasNextValue() ? rows.nextValue() : null;
        }

        @Override
        public void close() throws IOException {
            answer.close();
        }
    }
}
