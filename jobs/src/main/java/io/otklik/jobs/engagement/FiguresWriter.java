package io.otklik.jobs.engagement;

import io.otklik.jobs.runtime.StateWriter;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;

/**
 * Writes a few figures, of which most are zero or {@link CounterSeries#ABSENT}: a byte for how many
 * there are and how each stands, two bits each, then those that are neither.
 */
final class FiguresWriter {

    private static final int ZERO = 0;
    private static final int ABSENT = 1;
    private static final int TOLD = 2;
    private static final int BITS = 2;
    private static final int MASK = 3;

    private FiguresWriter() {}

    /** Writes what {@link CounterSeries} counts, {@value CounterSeries#FIGURES} of it. */
    static void write(long[] figures, DataOutputView out) throws IOException {
        int how = 0;
        for (int i = 0; i < CounterSeries.FIGURES; i++) {
            how |= how(figures[i]) << BITS * i;
        }
        out.writeByte(how);
        for (int i = 0; i < CounterSeries.FIGURES; i++) {
            if (how(figures[i]) == TOLD) {
                StateWriter.writeVarint(figures[i] << 1 ^ figures[i] >> 63, out);
            }
        }
    }

    static long[] read(DataInputView in) throws IOException {
        int how = in.readByte();
        long[] figures = new long[CounterSeries.FIGURES];
        for (int i = 0; i < figures.length; i++) {
            switch (how >> BITS * i & MASK) {
                case ZERO -> figures[i] = 0;
                case ABSENT -> figures[i] = CounterSeries.ABSENT;
                default -> {
                    long zigzag = StateWriter.readVarint(in);
                    figures[i] = zigzag >>> 1 ^ -(zigzag & 1);
                }
            }
        }
        return figures;
    }

    private static int how(long figure) {
        return figure == 0 ? ZERO : figure == CounterSeries.ABSENT ? ABSENT : TOLD;
    }
}
