package io.otklik.schemas;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** How the components of a record type are written as members of a JSON object, nulls left out. */
final class RecordMembers {

    private static final byte[] TRUE = JsonBytes.literal("true");
    private static final byte[] FALSE = JsonBytes.literal("false");
    private static final byte[] COMMA = JsonBytes.literal(",");
    private static final byte[] LIST = JsonBytes.literal("[");
    private static final byte[] END_OF_LIST = JsonBytes.literal("]");
    private static final byte[] OBJECT = JsonBytes.literal("{");
    private static final byte[] END_OF_OBJECT = JsonBytes.literal("}");

    private final Member[] members;

    private RecordMembers(Member[] members) {
        this.members = members;
    }

    static RecordMembers of(Class<?> type) {
        return new RecordMembers(
                Arrays.stream(type.getRecordComponents())
                        .map(RecordMembers::member)
                        .toArray(Member[]::new));
    }

    private static Member member(RecordComponent component) {
        String name = '"' + component.getName() + "\":";
        return new Member(
                JsonBytes.literal(name),
                JsonBytes.literal(',' + name),
                accessor(component),
                value(component.getGenericType()));
    }

    void write(Object row, JsonBytes json) {
        json.add(OBJECT);
        boolean first = true;
        for (Member member : members) {
            Object value = member.accessor.apply(row);
            if (value != null) {
                json.add(first ? member.firstName : member.name);
                member.value.write(value, json);
                first = false;
            }
        }
        json.add(END_OF_OBJECT);
    }

    private static Value value(Type type) {
        if (type == String.class) {
            return (value, json) -> json.text((String) value);
        }
        if (type == Instant.class) {
            return (value, json) -> json.time((Instant) value);
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return (value, json) -> json.number(((Number) value).longValue());
        }
        if (type == double.class || type == Double.class) {
            return (value, json) -> json.number((Double) value);
        }
        if (type == boolean.class || type == Boolean.class) {
            return (value, json) -> json.add((Boolean) value ? TRUE : FALSE);
        }
        if (type instanceof Class<?> constants && constants.isEnum()) {
            return constant(constants);
        }
        if (type instanceof Class<?> part && part.isRecord()) {
            return of(part)::write;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(value(list.getActualTypeArguments()[0]));
        }
        throw new IllegalArgumentException(type + " has no form in JSON.");
    }

    private static Value constant(Class<?> type) {
        byte[][] names =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> JsonBytes.literal('"' + ((Enum<?>) constant).name() + '"'))
                        .toArray(byte[][]::new);
        return (value, json) -> json.add(names[((Enum<?>) value).ordinal()]);
    }

    private static Value list(Value element) {
        return (value, json) -> {
            List<?> elements = (List<?>) value;
            json.add(LIST);
            for (int i = 0; i < elements.size(); i++) {
                if (i > 0) {
                    json.add(COMMA);
                }
                element.write(elements.get(i), json);
            }
            json.add(END_OF_LIST);
        };
    }

    /** A call as fast as one in source: reflection would cost more than the writing. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> accessor(RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            CallSite site =
                    LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap());
            return (Function<Object, Object>) site.getTarget().invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("No access to " + component + '.', e);
        }
    }

    /** Writes what a component holds. */
    private interface Value {
        void write(Object value, JsonBytes json);
    }

    /**
     * @param firstName what goes in front of the value where no member stands before
     */
    private record Member(
            byte[] firstName, byte[] name, Function<Object, Object> accessor, Value value) {}
}
