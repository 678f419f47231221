package io.otklik.connectors.clickhouse;

import io.otklik.connectors.json.NotPlainException;
import io.otklik.connectors.json.PlainJson;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A ClickHouse type, and how a Java value, or the JSON of one, is written in it. */
sealed interface ColumnType {

    /** As in {@code system.columns}, without LowCardinality, which the wire does not show. */
    String sql();

    void write(Object value, RowBinaryBuffer out);

    /** Writes what {@link #write} would write of the value that stands next. */
    void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException;

    /** Writes what stands for a value that is not there. */
    default void writeAbsent(RowBinaryBuffer out) throws NotPlainException {
        throw NotPlainException.INSTANCE;
    }

    /** The value as the JDBC driver takes it. */
    default Object toJdbc(Object value) {
        return value;
    }

    /**
     * The type of a record's component.
     *
     * @param required whether null is ruled out; a text that is absent is stored as empty either
     *     way, for ClickHouse reads plain strings faster
     * @param rule of the record
     */
    static ColumnType of(Type type, boolean required, CopyRule rule) {
        if (type == String.class) {
            return new Text();
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            return Name.of(c, rule.refused());
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Many(of(list.getActualTypeArguments()[0], true, rule));
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return Row.of(c, CopyRule.BY_ANNOTATIONS);
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

    /** Strings; null is the empty one. */
    record Text() implements ColumnType {
        @Override
        public String sql() {
            return "String";
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            out.writeString(toJdbc(value));
        }

        @Override
        public void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
            in.passText();
            out.writeVarint(in.textLength());
            out.writeBytes(in.textBytes(), in.textStart(), in.textLength());
        }

        @Override
        public void writeAbsent(RowBinaryBuffer out) {
            out.writeByte(0);
        }

        @Override
        public String toJdbc(Object value) {
            return value == null ? "" : (String) value;
        }
    }

    /**
     * Enums by name; null is the empty string.
     *
     * @param quoted the names that are copied, as in JSON
     */
    record Name(byte[][] quoted) implements ColumnType {

        static Name of(Class<?> type, Set<Enum<?>> refused) {
            return new Name(
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> (Enum<?>) constant)
                            .filter(constant -> !refused.contains(constant))
                            .map(constant -> '"' + constant.name() + '"')
                            .map(name -> name.getBytes(StandardCharsets.UTF_8))
                            .toArray(byte[][]::new));
        }

        @Override
        public String sql() {
            return "String";
        }

        @Override
        public void write(Object value, RowBinaryBuffer out) {
            out.writeString(toJdbc(value));
        }

        @Override
        public void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
            byte[] name = quoted[in.constant(quoted)];
            out.writeVarint(name.length - 2);
            out.writeBytes(name, 1, name.length - 2);
        }

        @Override
        public void writeAbsent(RowBinaryBuffer out) {
            out.writeByte(0);
        }

        @Override
        public String toJdbc(Object value) {
            return value == null ? "" : ((Enum<?>) value).name();
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

        @Override
        public void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
            out.writeLong(in.time());
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

        @Override
        public void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
            switch (scalar) {
                case INT ->
                        out.writeInt((int) in.wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE));
                case LONG -> out.writeLong(in.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE));
                case DOUBLE -> out.writeLong(Double.doubleToLongBits(in.number()));
                case BOOLEAN -> out.writeByte(in.truth() ? 1 : 0);
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

        @Override
        public void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
            out.writeByte(0);
            type.copy(in, out);
        }

        @Override
        public void writeAbsent(RowBinaryBuffer out) {
            out.writeByte(1);
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
        public void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
            in.pass('[');
            if (in.passes(']')) {
                out.writeByte(0);
                return;
            }
            int start = out.length();
            int count = 0;
            do {
                element.copy(in, out);
                count++;
            } while (in.hasMore(']'));
            out.insertVarint(start, count);
        }

        @Override
        public void writeAbsent(RowBinaryBuffer out) {
            out.writeByte(0);
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

        static Row of(Class<?> recordType, CopyRule rule) {
            return new Row(Column.of(recordType, rule));
        }

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

        /** Members stand in the order of the columns; those that are absent are left out. */
        @Override
        public void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
            int next = 0;
            in.pass('{');
            do {
                next = copyMember(next, in, out);
            } while (in.hasMore('}'));
            while (next < columns.size()) {
                columns.get(next++).writeAbsent(out);
            }
        }

        private int copyMember(int from, PlainJson in, RowBinaryBuffer out)
                throws NotPlainException {
            for (int i = from; i < columns.size(); i++) {
                Column column = columns.get(i);
                if (in.passes(column.member())) {
                    column.copy(in, out);
                    return i + 1;
                }
                column.writeAbsent(out);
            }
            throw NotPlainException.INSTANCE;
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
