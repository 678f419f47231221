package io.otklik.connectors.clickhouse;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A ClickHouse type, and how a Java value is written in it. */
sealed interface ColumnType {

    /** As in {@code system.columns}, without LowCardinality, which the wire does not show. */
    String sql();

    void write(Object value, RowBinaryBuffer out);

    /** The value as the JDBC driver takes it. */
    default Object toJdbc(Object value) {
        return value;
    }

    /**
     * The type of a record's component.
     *
     * @param required whether null is ruled out; a text that is absent is stored as empty either
     *     way, for ClickHouse reads plain strings faster
     */
    static ColumnType of(Type type, boolean required) {
        if (type == String.class || type instanceof Class<?> c && c.isEnum()) {
            return new Text();
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Many(of(list.getActualTypeArguments()[0], true));
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return new Row(Column.of(c));
        }
        if (type instanceof Class<?> c && c.isPrimitive()) {
            return scalar(c);
        }
        ColumnType scalar = scalar(type);
        return required ? scalar : new OrNull(scalar);
    }

    private static ColumnType scalar(Type type) {
        if (type == Instant.class) {
            return new Time();
        }
        for (Scalar scalar : Scalar.values()) {
            if (type == scalar.primitive || type == scalar.boxed) {
                return new Number(scalar);
            }
        }
        throw new IllegalArgumentException("No ClickHouse type is known for " + type + ".");
    }

    /** Strings, and enums by name; null is the empty string. */
    record Text() implements ColumnType {
        @Override
        public String sql() {
            return "String";
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            if (value == null) {
                out.writeByte(0);
            } else {
                out.writeString(toJdbc(value));
            }
        }

        @Override
        public String toJdbc(Object value) {
            return value == null
                    ? ""
                    : value instanceof Enum<?> constant ? constant.name() : (String) value;
        }
    }

    /** Instants with milliseconds. */
    record Time() implements ColumnType {
        @Override
        public String sql() {
            return "DateTime64(3, 'UTC')";
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            out.writeLong(((Instant) value).toEpochMilli());
        }
    }

    /** Numbers and truth values, never null. */
    record Number(Scalar scalar) implements ColumnType {
        @Override
        public String sql() {
            return scalar.sql;
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            switch (scalar) {
                case INT -> out.writeInt((Integer) value);
                case LONG -> out.writeLong((Long) value);
                case DOUBLE -> out.writeLong(Double.doubleToLongBits((Double) value));
                case BOOLEAN -> out.writeByte((Boolean) value ? 1 : 0);
            }
        }
    }

    /** Java's scalars and their ClickHouse names. */
    enum Scalar {
        INT(int.class, Integer.class, "Int32"),
        LONG(long.class, Long.class, "Int64"),
        DOUBLE(double.class, Double.class, "Float64"),
        BOOLEAN(boolean.class, Boolean.class, "Bool");

        private final Class<?> primitive;
        private final Class<?> boxed;
        private final String sql;

        Scalar(Class<?> primitive, Class<?> boxed, String sql) {
            this.primitive = primitive;
            this.boxed = boxed;
            this.sql = sql;
        }
    }

    /** A value that may be absent. */
    record OrNull(ColumnType type) implements ColumnType {
        @Override
        public String sql() {
            return "Nullable(" + type.sql() + ")";
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            out.writeByte(value == null ? 1 : 0);
            if (value != null) {
                type.write(value, out);
            }
        }
    }

    /** A list; null is the empty list. */
    record Many(ColumnType element) implements ColumnType {
        @Override
        public String sql() {
            return "Array(" + element.sql() + ")";
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            List<?> list = value == null ? List.of() : (List<?>) value;
            out.writeVarint(list.size());
            for (Object item : list) {
                element.write(item, out);
            }
        }

        @Override
        public Object toJdbc(Object value) {
            return value == null
                    ? List.of()
                    : ((List<?>) value).stream().map(element::toJdbc).toList();
        }
    }

    /** A record inside a record, as a named tuple. */
    record Row(List<Column> columns) implements ColumnType {
        @Override
        public String sql() {
            return columns.stream()
                    .map(c -> c.name() + ' ' + c.type().sql())
                    .collect(Collectors.joining(", ", "Tuple(", ")"));
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            for (Column column : columns) {
                column.write(value, out);
            }
        }

        @Override
        public Object toJdbc(Object value) {
            Object[] fields = new Object[columns.size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = columns.get(i).toJdbc(value);
            }
            return Arrays.asList(fields);
        }
    }
}
