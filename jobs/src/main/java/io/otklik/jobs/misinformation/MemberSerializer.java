package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link Member} to the next task. */
final class MemberSerializer extends ImmutableSerializer<Member> {
    private static final long serialVersionUID = 1L;

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
}
