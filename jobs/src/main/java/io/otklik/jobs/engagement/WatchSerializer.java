package io.otklik.jobs.engagement;

import io.otklik.engagement.DayPeaks;
import io.otklik.engagement.Reactions;
import io.otklik.engagement.Recent;
import io.otklik.engagement.Usual;
import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/** Writes a {@link Watch} into state, after the number of its form. */
final class WatchSerializer extends ImmutableSerializer<Watch> {
    private static final long serialVersionUID = 1L;

    static final WatchSerializer INSTANCE = new WatchSerializer();

    private static final int FORM = 2;

    @Override
    public void serialize(Watch watch, DataOutputView out) throws IOException {
        out.writeByte(FORM);
        out.writeLong(watch.knownHour());
        out.writeLong(watch.touchedAt());
        out.writeLong(watch.usualHour());
        out.writeBoolean(watch.usual() != null);
        if (watch.usual() != null) {
            out.writeDouble(watch.usual().hourly());
            out.writeDouble(watch.usual().variance());
        }
        out.writeLong(watch.peaks().lastDay());
        double[] peaks = watch.peaks().peaks();
        StateWriter.writeVarint(peaks.length, out);
        for (double peak : peaks) {
            out.writeDouble(peak);
        }
        write(watch.recent(), out);
        out.writeLong(watch.forgetAt());
        out.writeLong(watch.timerAt());
        out.writeLong(watch.lookAt());
    }

    @Override
    public Watch deserialize(DataInputView in) throws IOException {
        StateWriter.requireForm(FORM, "a watch", in);
        return new Watch(
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readBoolean() ? new Usual(in.readDouble(), in.readDouble()) : null,
                new DayPeaks(in.readLong(), readPeaks(in)),
                readRecent(in),
                in.readLong(),
                in.readLong(),
                in.readLong());
    }

    private static double[] readPeaks(DataInputView in) throws IOException {
        double[] peaks = new double[(int) StateWriter.readVarint(in)];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = in.readDouble();
        }
        return peaks;
    }

    private static void write(Recent recent, DataOutputView out) throws IOException {
        StateWriter.writeVarint(recent.ends().length, out);
        for (int i = 0; i < recent.ends().length; i++) {
            out.writeLong(recent.ends()[i]);
            ReactionsSerializer.INSTANCE.serialize(recent.reactions()[i], out);
        }
    }

    private static Recent readRecent(DataInputView in) throws IOException {
        int many = (int) StateWriter.readVarint(in);
        long[] ends = new long[many];
        Reactions[] reactions = new Reactions[many];
        for (int i = 0; i < many; i++) {
            ends[i] = in.readLong();
            reactions[i] = ReactionsSerializer.INSTANCE.deserialize(in);
        }
        return new Recent(ends, reactions);
    }
}
