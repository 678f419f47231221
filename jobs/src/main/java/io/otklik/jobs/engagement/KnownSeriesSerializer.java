package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.ImmutableSerializer;
import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a {@link KnownSeries} into state, after the number of its form. */
final class KnownSeriesSerializer extends ImmutableSerializer<KnownSeries> {
    private static final long serialVersionUID = 1L;

    static final KnownSeriesSerializer INSTANCE = new KnownSeriesSerializer();

    private static final int FORM = 1;

    @Override
    public void serialize(KnownSeries known, DataOutputView out) throws IOException {
        CounterSeries series = known.series();
        out.writeByte(FORM);
        FiguresWriter.write(series.base(), out);
        FiguresWriter.write(series.pending(), out);
        out.writeLong(series.settledUntil());
        StateWriter.writeVarint(series.snapshots().size(), out);
        for (Snapshot snapshot : series.snapshots()) {
            out.writeLong(snapshot.at());
            FiguresWriter.write(snapshot.totals(), out);
            FiguresWriter.write(snapshot.changes(), out);
        }
        FiguresWriter.write(series.tail(), out);
        out.writeLong(series.lastChangeAt());
        out.writeLong(known.publishedAt());
        out.writeLong(known.touchedAt());
    }

    @Override
    public KnownSeries deserialize(DataInputView in) throws IOException {
        StateWriter.readForm(FORM, "totals", in);
        CounterSeries series =
                new CounterSeries(
                        FiguresWriter.read(in),
                        FiguresWriter.read(in),
                        in.readLong(),
                        readSnapshots(in),
                        FiguresWriter.read(in),
                        in.readLong());
        return new KnownSeries(series, in.readLong(), in.readLong());
    }

    private static List<Snapshot> readSnapshots(DataInputView in) throws IOException {
        int many = (int) StateWriter.readVarint(in);
        List<Snapshot> snapshots = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            snapshots.add(
                    new Snapshot(in.readLong(), FiguresWriter.read(in), FiguresWriter.read(in)));
        }
        return snapshots;
    }
}
