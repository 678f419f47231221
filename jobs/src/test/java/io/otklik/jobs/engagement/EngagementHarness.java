package io.otklik.jobs.engagement;

import io.otklik.schemas.Audience;
import io.otklik.schemas.Community;
import io.otklik.schemas.Counter;
import io.otklik.schemas.EngagementWindow;
import io.otklik.schemas.JsonCodec;
import io.otklik.schemas.JsonRecord;
import io.otklik.schemas.Message;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import static org.assertj.core.api.Assertions.assertThat;

/** The job's three steps, one behind the other, in Flink's own operator harness. */
final class EngagementHarness implements AutoCloseable {

    static final PostTimes POST_TIMES = new PostTimes(Duration.ofDays(3), Duration.ofDays(30));
    static final WindowTimes WINDOW_TIMES =
            new WindowTimes(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofDays(30));

    private static final JsonCodec<EngagementWindow> CODEC = JsonCodec.of(EngagementWindow.class);

    private final KeyedOneInputStreamOperatorTestHarness<String, PostFact, PostChange> posts;
    private final KeyedOneInputStreamOperatorTestHarness<String, PageFact, JsonRecord> pages;
    private final KeyedOneInputStreamOperatorTestHarness<String, SliceChange, JsonRecord> slices;
    private final List<EngagementWindow> rows = new ArrayList<>();
    private long clock;

    EngagementHarness(Instant now) throws Exception {
        clock = now.toEpochMilli();
        posts =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new FollowPosts(POST_TIMES)),
                        PostFact::threadId,
                        Types.STRING);
        pages =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new SumPages(WINDOW_TIMES)),
                        PageFact::communityId,
                        Types.STRING);
        slices =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new SumSlices(WINDOW_TIMES.ofSlices())),
                        SliceChange::sliceKey,
                        Types.STRING);
        open(posts, PostChange.class);
        open(pages, JsonRecord.class);
        open(slices, JsonRecord.class);
        setTime();
    }

    private static <I, O> void open(
            KeyedOneInputStreamOperatorTestHarness<String, I, O> harness, Class<O> type)
            throws Exception {
        harness.setup(
                TypeInformation.of(type)
                        .createSerializer(harness.getExecutionConfig().getSerializerConfig()));
        harness.open();
    }

    void send(Message message) throws Exception {
        send(PostFact.of(message));
    }

    void send(Counter counter) throws Exception {
        send(PostFact.of(counter));
    }

    void send(Community page) throws Exception {
        send(PageFact.of(page));
    }

    void send(Audience audience) throws Exception {
        send(PageFact.of(audience));
    }

    void send(PostFact fact) throws Exception {
        posts.processElement(new StreamRecord<>(fact));
        for (PostChange change : posts.extractOutputValues()) {
            pages.processElement(new StreamRecord<>(PageFact.of(change)));
        }
        posts.getOutput().clear();
        pass();
    }

    void send(PageFact fact) throws Exception {
        pages.processElement(new StreamRecord<>(fact));
        pass();
    }

    /** Lets processing time pass; timers fire step by step, as they would. */
    void pass(Duration duration) throws Exception {
        long until = clock + duration.toMillis();
        Duration step = duration.toMinutes() < 1 ? WINDOW_TIMES.emitEvery() : Duration.ofHours(1);
        while (clock < until) {
            clock = Math.min(until, clock + step.toMillis());
            setTime();
        }
    }

    void endInput() throws Exception {
        posts.processWatermark(Watermark.MAX_WATERMARK);
        posts.getOutput().clear();
        pages.processWatermark(Watermark.MAX_WATERMARK);
        pass();
        slices.processWatermark(Watermark.MAX_WATERMARK);
        pass();
    }

    /** What was emitted since the last call. */
    List<EngagementWindow> take() {
        List<EngagementWindow> taken = new ArrayList<>(rows);
        rows.clear();
        return taken;
    }

    int stateEntries() {
        return posts.numKeyedStateEntries()
                + pages.numKeyedStateEntries()
                + slices.numKeyedStateEntries();
    }

    @Override
    public String toString() {
        return "state entries of posts %d, pages %d, slices %d"
                .formatted(
                        posts.numKeyedStateEntries(),
                        pages.numKeyedStateEntries(),
                        slices.numKeyedStateEntries());
    }

    int timers() {
        int timers = 0;
        for (var harness : List.of(posts, pages, slices)) {
            timers += harness.numEventTimeTimers() + harness.numProcessingTimeTimers();
        }
        return timers;
    }

    private void setTime() throws Exception {
        // What pages tell at an instant comes to the slices after it.
        slices.setProcessingTime(clock);
        posts.setProcessingTime(clock);
        pages.setProcessingTime(clock);
        pass();
    }

    /** From the pages to the slices, and from both to the rows. */
    private void pass() throws Exception {
        Queue<StreamRecord<SliceChange>> changes = pages.getSideOutput(SumPages.SLICES);
        if (changes != null) {
            while (!changes.isEmpty()) {
                slices.processElement(changes.poll());
            }
        }
        read(pages);
        pages.getOutput().clear();
        read(slices);
        slices.getOutput().clear();
    }

    private void read(KeyedOneInputStreamOperatorTestHarness<?, ?, JsonRecord> harness)
            throws Exception {
        for (JsonRecord written : harness.extractOutputValues()) {
            EngagementWindow row = CODEC.decode(written.json());
            assertThat(new String(written.key(), StandardCharsets.UTF_8)).isEqualTo(row.windowId());
            assertThat(written.at()).isEqualTo(row.windowStart().toEpochMilli());
            rows.add(row);
        }
    }

    @Override
    public void close() throws Exception {
        posts.close();
        pages.close();
        slices.close();
    }
}
