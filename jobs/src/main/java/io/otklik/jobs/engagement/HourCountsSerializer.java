package io.otklik.jobs.engagement;

import io.otklik.engagement.HourCounts;
import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes {@link HourCounts} into state, after the number of their form. */
final class HourCountsSerializer extends ImmutableSerializer<HourCounts> {
    private static final long serialVersionUID = 1L;

    static final HourCountsSerializer INSTANCE = new HourCountsSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(HourCounts hours, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        int many = hours.hours().length;
        StateWriter.writeVarint(many, out);
        for (int i = 0; i < many; i++) {
            out.writeLong(hours.hours()[i]);
            out.writeDouble(hours.counts()[i]);
        }
    }

    @Override
    public HourCounts deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "hours", in);
        int many = (int) StateWriter.readVarint(in);
        long[] hours = new long[many];
        double[] counts = new double[many];
        for (int i = 0; i < many; i++) {
            hours[i] = in.readLong();
            counts[i] = in.readDouble();
        }
        return new HourCounts(hours, counts);
    }
}
