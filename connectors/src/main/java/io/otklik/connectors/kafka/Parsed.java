package io.otklik.connectors.kafka;

import io.otklik.schemas.DeadLetter;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

import java.util.Map;

/**
 * What a source read: exactly one of a value and a dead letter. A record with two fields, not a
 * sealed family, so that Flink serialises it as a POJO.
 */
public record Parsed<T>(T value, DeadLetter deadLetter) {

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(value, null);
    }

    public static <T> Parsed<T> dead(DeadLetter deadLetter) {
        return new Parsed<>(null, deadLetter);
    }

    public boolean isDead() {
        return deadLetter != null;
    }

    /** Flink cannot see the type of {@link #value}: it is told here. */
    public static <T> TypeInformation<Parsed<T>> typeOf(Class<T> valueType) {
        return typeOf(TypeInformation.of(valueType));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <T> TypeInformation<Parsed<T>> typeOf(TypeInformation<T> valueType) {
        return Types.POJO(
                (Class) Parsed.class,
                Map.of("value", valueType, "deadLetter", TypeInformation.of(DeadLetter.class)));
    }
}
