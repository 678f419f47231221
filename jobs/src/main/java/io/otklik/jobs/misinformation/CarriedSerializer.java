package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a message of a story into state. */
final class CarriedSerializer extends ImmutableSerializer<Carried> {
    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(Carried carried, DataOutputView out) throws IOException {
        StateWriter.writeVarint(carried.wordings().size(), out);
        for (Sighting wording : carried.wordings()) {
            SightingSerializer.INSTANCE.serialize(wording, out);
        }
        out.writeLong(carried.assignedAt());
        StateWriter.writeVarint(carried.emissions(), out);
    }

    @Override
    public Carried deserialize(DataInputView in) throws IOException {
        int size = (int) StateWriter.readVarint(in);
        List<Sighting> wordings = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            wordings.add(SightingSerializer.INSTANCE.deserialize(in));
        }
        long assignedAt = in.readLong();
        return new Carried(wordings, assignedAt, (int) StateWriter.readVarint(in));
    }
}
