package io.otklik.jobs.runtime;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/**
 * What a savepoint says of an {@link ImmutableSerializer}: its class, which knows by itself which
 * forms it reads. State of another class is not read. Flink makes it by its constructor.
 */
public final class ImmutableSnapshot<T> implements TypeSerializerSnapshot<T> {

    private static final int VERSION = 1;

    private ImmutableSerializer<T> serializer;

    /** One that is yet to be read. */
    public ImmutableSnapshot() {}

    ImmutableSnapshot(ImmutableSerializer<T> serializer) {
        this.serializer = serializer;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(serializer.getClass().getName());
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader classLoader)
            throws IOException {
        String name = in.readUTF();
        try {
            serializer = ImmutableSerializer.make(Class.forName(name, true, classLoader));
        } catch (ClassNotFoundException e) {
            throw new IOException("State was written by " + name + ", which is gone.", e);
        }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return serializer;
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
            TypeSerializerSnapshot<T> old) {
        return old instanceof ImmutableSnapshot<T> that && serializer.equals(that.serializer)
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
