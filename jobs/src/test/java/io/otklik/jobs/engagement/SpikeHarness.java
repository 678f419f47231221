package io.otklik.jobs.engagement;

import io.otklik.engagement.SpikePolicy;
import io.otklik.schemas.Alert;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

import java.util.List;

/** {@link WatchSpikes} in Flink's own operator harness. */
final class SpikeHarness implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, PageFact, Alert> spikes;

    SpikeHarness() throws Exception {
        spikes =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new WatchSpikes(SpikePolicy.bundled())),
                        PageFact::communityId,
                        Types.STRING);
        spikes.setup(
                TypeInformation.of(Alert.class)
                        .createSerializer(spikes.getExecutionConfig().getSerializerConfig()));
        spikes.open();
    }

    void send(PageFact fact) throws Exception {
        spikes.processElement(new StreamRecord<>(fact));
    }

    /** Reactions one by one at an instant. */
    void react(String page, String post, long at, int count) throws Exception {
        send(reactions(page, post, at, at, count));
    }

    /** Reactions that were gained in a time. */
    static PageFact reactions(String page, String post, long from, long at, int count) {
        return PageFact.of(
                new PostChange(page, post, from, at, Slots.NONE, count, null, List.of()));
    }

    void watermark(long at) throws Exception {
        spikes.processWatermark(at);
    }

    /** What was emitted since the last call. */
    List<Alert> take() {
        List<Alert> alerts = spikes.extractOutputValues();
        spikes.getOutput().clear();
        return alerts;
    }

    int stateEntries() {
        return spikes.numKeyedStateEntries();
    }

    int timers() {
        return spikes.numEventTimeTimers() + spikes.numProcessingTimeTimers();
    }

    @Override
    public void close() throws Exception {
        spikes.close();
    }
}
