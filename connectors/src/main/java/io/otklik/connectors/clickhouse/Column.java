package io.otklik.connectors.clickhouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.otklik.connectors.json.NotPlainException;
import io.otklik.connectors.json.PlainJson;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One component of a record as a column.
 *
 * @param name in snake_case
 * @param member its name in JSON, with quotes and colon
 * @param needed whether a record without it, or with an empty text in its place, may be refused
 * @param getter how to read it
 */
record Column(String name, ColumnType type, byte[] member, boolean needed, MethodHandle getter) {

    /** The columns of a record type, in the order of its components. */
    static List<Column> of(Class<?> recordType, CopyRule rule) {
        return Arrays.stream(recordType.getRecordComponents())
                .map(component -> of(component, rule))
                .toList();
    }

    private static Column of(RecordComponent component, CopyRule rule) {
        Method accessor = component.getAccessor();
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        boolean required = property != null && property.required();
        try {
            MethodHandle getter =
                    MethodHandles.publicLookup()
                            .unreflect(accessor)
                            .asType(MethodType.methodType(Object.class, Object.class));
            return new Column(
                    snakeCase(component.getName()),
                    ColumnType.of(component.getGenericType(), required, rule),
                    ('"' + component.getName() + "\":").getBytes(StandardCharsets.UTF_8),
                    required || rule.needed().contains(component.getName()),
                    getter);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(accessor + " is not public.", e);
        }
    }

    void write(Object row, RowBinaryBuffer out) {
        type.write(get(row), out);
    }

    /** Copies the value that stands next behind the member's name. */
    void copy(PlainJson in, RowBinaryBuffer out) throws NotPlainException {
        if (needed && in.isEmptyText()) {
            throw NotPlainException.INSTANCE;
        }
        type.copy(in, out);
    }

    /** Writes what stands for a value that is not there. */
    void writeAbsent(RowBinaryBuffer out) throws NotPlainException {
        if (needed) {
            throw NotPlainException.INSTANCE;
        }
        type.writeAbsent(out);
    }

    Object toJdbc(Object row) {
        return type.toJdbc(get(row));
    }

    private Object get(Object row) {
        try {
            return getter.invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
