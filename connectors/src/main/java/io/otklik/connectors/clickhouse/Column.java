package io.otklik.connectors.clickhouse;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One component of a record as a column: snake_case name, type, and how to read it. */
record Column(String name, ColumnType type, MethodHandle getter) {

    /** The columns of a record type, in the order of its components. */
    static List<Column> of(Class<?> recordType) {
        return Arrays.stream(recordType.getRecordComponents()).map(Column::of).toList();
    }

    private static Column of(RecordComponent component) {
        Method accessor = component.getAccessor();
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        ColumnType type =
                ColumnType.of(component.getGenericType(), property != null && property.required());
        try {
            MethodHandle getter =
                    MethodHandles.publicLookup()
                            .unreflect(accessor)
                            .asType(MethodType.methodType(Object.class, Object.class));
            return new Column(snakeCase(component.getName()), type, getter);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(accessor + " is not public.", e);
        }
    }

    void write(Object row, RowBinaryBuffer out) {
        type.write(get(row), out);
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
