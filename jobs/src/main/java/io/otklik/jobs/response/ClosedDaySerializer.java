package io.otklik.jobs.response;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import io.otklik.schemas.WindowSize;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a {@link ClosedDay}: a window in which one appeal was opened takes some twenty bytes, a
 * third of them for its zone.
 */
final class ClosedDaySerializer extends ImmutableSerializer<ClosedDay> {
    private static final long serialVersionUID = 1L;

    private static final int FORM = 1;

    @Override
    public void serialize(ClosedDay day, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        StateWriter.writeVarint(day.sums().size(), out);
        for (Map.Entry<WindowKey, WindowSum> entry : day.sums().entrySet()) {
            WindowKey window = entry.getKey();
            StateWriter.writeEnum(window.size(), out);
            StateWriter.writeText(window.zone(), out);
            StateWriter.writeSigned(window.startMillis(), out);
            write(entry.getValue(), out);
        }
    }

    @Override
    public ClosedDay deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "closed windows", in);
        int size = (int) StateWriter.readVarint(in);
        Map<WindowKey, WindowSum> sums = new HashMap<>();
        for (int i = 0; i < size; i++) {
            WindowKey window =
                    new WindowKey(
                            StateWriter.readEnum(WindowSize.values(), in),
                            StateWriter.readText(in),
                            StateWriter.readSigned(in));
            sums.put(window, readSum(in));
        }
        return new ClosedDay(sums);
    }

    private static void write(WindowSum sum, DataOutputView out) throws IOException {
        int counted = 0;
        for (int count : sum.counts()) {
            counted += count == 0 ? 0 : 1;
        }
        out.writeByte(counted);
        for (int i = 0; i < sum.counts().length; i++) {
            if (sum.counts()[i] != 0) {
                out.writeByte(i);
                StateWriter.writeSigned(sum.counts()[i], out);
            }
        }
        write(sum.openedMinutes(), out);
        write(sum.first(), out);
        write(sum.firstBusiness(), out);
        write(sum.gap(), out);
    }

    private static WindowSum readSum(DataInputView in) throws IOException {
        int[] counts = new int[Count.values().length];
        int counted = in.readByte();
        for (int i = 0; i < counted; i++) {
            int count = in.readByte();
            counts[count] = (int) StateWriter.readSigned(in);
        }
        return new WindowSum(
                counts, readBins(in), readDurations(in), readDurations(in), readDurations(in));
    }

    private static void write(Durations durations, DataOutputView out) throws IOException {
        StateWriter.writeSigned(durations.sumMillis(), out);
        write(durations.bins(), out);
    }

    private static Durations readDurations(DataInputView in) throws IOException {
        return new Durations(StateWriter.readSigned(in), readBins(in));
    }

    private static void write(Bins bins, DataOutputView out) throws IOException {
        StateWriter.writeVarint(bins.indexes().length, out);
        for (int i = 0; i < bins.indexes().length; i++) {
            StateWriter.writeSigned(bins.indexes()[i], out);
            StateWriter.writeSigned(bins.counts()[i], out);
        }
    }

    private static Bins readBins(DataInputView in) throws IOException {
        int size = (int) StateWriter.readVarint(in);
        int[] indexes = new int[size];
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            indexes[i] = (int) StateWriter.readSigned(in);
            counts[i] = (int) StateWriter.readSigned(in);
        }
        return new Bins(indexes, counts);
    }
}
