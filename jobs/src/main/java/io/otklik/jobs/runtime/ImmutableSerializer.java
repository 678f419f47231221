package io.otklik.jobs.runtime;

import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.lang.reflect.Constructor;

/**
 * A serializer of values that never change: they need no copy, and none is read into another. It
 * has no fields and a constructor without parameters, by which a savepoint makes it again.
 */
public abstract class ImmutableSerializer<T> extends TypeSerializerSingleton<T> {
    private static final long serialVersionUID = 1L;

    /** A serializer of that class. */
    @SuppressWarnings("unchecked")
    static <T> ImmutableSerializer<T> make(Class<?> serializer) {
        try {
            Constructor<?> constructor = serializer.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ImmutableSerializer<T>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No " + serializer + " can be made.", e);
        }
    }

    @Override
    public final boolean isImmutableType() {
        return true;
    }

    @Override
    public final T createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new ImmutableSnapshot<>(this);
    }

    @Override
    public final T copy(T from) {
        return from;
    }

    @Override
    public final T copy(T from, T reuse) {
        return from;
    }

    @Override
    public final int getLength() {
        return -1;
    }

    @Override
    public final T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public final void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }
}
