package io.otklik.jobs.response;

import io.otklik.schemas.ResponseWindow;
import io.otklik.schemas.WindowSize;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@link SumWindows} in Flink's own operator harness. */
final class SumWindowsHarness implements AutoCloseable {

    private final WindowTimes times;
    private KeyedOneInputStreamOperatorTestHarness<String, Recount, ResponseWindow> harness;
    private long clock;

    SumWindowsHarness(WindowTimes times, Instant now) throws Exception {
        this.times = times;
        this.clock = now.toEpochMilli();
        open(null);
    }

    void change(Slice slice, AppealFacts before, AppealFacts after) throws Exception {
        harness.processElement(new StreamRecord<>(new Recount(slice, before, after)));
    }

    void passUntil(Instant now) throws Exception {
        // Timers fire one hour at a time, as they would while the time passes.
        while (clock < now.toEpochMilli()) {
            clock = Math.min(now.toEpochMilli(), clock + Duration.ofHours(1).toMillis());
            harness.setProcessingTime(clock);
        }
    }

    void pass(Duration duration) throws Exception {
        passUntil(Instant.ofEpochMilli(clock).plus(duration));
    }

    void endInput() throws Exception {
        harness.processWatermark(Watermark.MAX_WATERMARK);
    }

    /** What was emitted since the last call. */
    List<ResponseWindow> take() {
        List<ResponseWindow> rows = new ArrayList<>(harness.extractOutputValues());
        harness.getOutput().clear();
        return rows;
    }

    /** The one row of that size that was emitted since the last call. */
    ResponseWindow takeOne(WindowSize size) {
        List<ResponseWindow> rows = take().stream().filter(row -> row.size() == size).toList();
        if (rows.size() != 1) {
            throw new AssertionError("one row of " + size + ", not " + rows);
        }
        return rows.get(0);
    }

    int stateEntries() {
        return harness.numKeyedStateEntries();
    }

    /** How many windows of a slice are in state. */
    int windows(Slice slice) throws Exception {
        KeyedStateBackend<String> keyed = harness.getOperator().getKeyedStateBackend();
        keyed.setCurrentKey(slice.key());
        MapState<WindowKey, WindowState> windows =
                keyed.getPartitionedState(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        SumWindows.WINDOWS);
        int count = 0;
        for (WindowKey ignored : windows.keys()) {
            count++;
        }
        return count;
    }

    int timers() {
        return harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
    }

    void restart() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, clock);
        harness.close();
        open(snapshot);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    private void open(OperatorSubtaskState snapshot) throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new SumWindows(times)),
                        Recount::sliceKey,
                        Types.STRING);
        harness.setup(
                TypeInformation.of(ResponseWindow.class)
                        .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
        harness.setProcessingTime(clock);
    }
}
