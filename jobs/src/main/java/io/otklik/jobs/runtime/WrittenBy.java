package io.otklik.jobs.runtime;

import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * The serializer of a class, wherever Flink meets it; beside it stands
 * {@code @TypeInfo(WrittenBy.Factory.class)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WrittenBy {

    Class<? extends ImmutableSerializer<?>> value();

    /** By which Flink finds the serializer. */
    final class Factory<T> extends TypeInfoFactory<T> {

        @Override
        @SuppressWarnings("unchecked")
        public TypeInformation<T> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            Class<T> written = (Class<T>) type;
            WrittenBy by = written.getAnnotation(WrittenBy.class);
            return ImmutableType.of(written, ImmutableSerializer.make(by.value()));
        }
    }
}
