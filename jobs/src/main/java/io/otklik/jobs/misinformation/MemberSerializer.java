package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.ImmutableType;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;

/** Writes a {@link Member} to the next task. */
final class MemberSerializer extends ImmutableSerializer<Member> {
    private static final long serialVersionUID = 1L;

    static final MemberSerializer INSTANCE = new MemberSerializer();

    @Override
    public void serialize(Member member, DataOutputView out) throws IOException {
        StateWriter.writeText(member.storyId(), out);
        StateWriter.writeText(member.movedTo(), out);
        out.writeLong(member.assignedAt());
        SightingSerializer.INSTANCE.serialize(member.sighting(), out);
    }

    @Override
    public Member deserialize(DataInputView in) throws IOException {
        String storyId = StateWriter.readText(in);
        String movedTo = StateWriter.readText(in);
        long assignedAt = in.readLong();
        Sighting sighting = SightingSerializer.INSTANCE.deserialize(in);
        return new Member(storyId, sighting, movedTo, assignedAt);
    }

    @Override
    public Member createInstance() {
        return null;
    }

    @Override
    public TypeSerializerSnapshot<Member> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint says of this serializer; Flink makes it by its constructor. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Member> {

        public Snapshot() {
            super(() -> INSTANCE);
        }
    }

    /** By which Flink finds this serializer. */
    public static final class TypeFactory extends TypeInfoFactory<Member> {

        @Override
        public TypeInformation<Member> createTypeInfo(
                Type type, Map<String, TypeInformation<?>> parameters) {
            return ImmutableType.of(Member.class, INSTANCE);
        }
    }
}
