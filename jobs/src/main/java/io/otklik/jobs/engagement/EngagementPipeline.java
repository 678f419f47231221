package io.otklik.jobs.engagement;

import io.otklik.engagement.SpikePolicy;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
import io.otklik.schemas.JsonRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.util.function.Consumer;

/** The topology of job {@code engagement}. */
final class EngagementPipeline {

    private EngagementPipeline() {}

    /**
     * Sums up what posts gain and watches over what is unusual; gives the rows of windows and the
     * alerts to the consumers. Rows of pages and rows of what sums them up stay apart, so that each
     * is written where it is made.
     *
     * @param posts messages and counters
     * @param pages the register and the pages' audience
     * @param appeals as they stand: criticism is told by them
     */
    static void define(
            DataStream<PostFact> posts,
            DataStream<PageFact> pages,
            DataStream<Appeal> appeals,
            PostTimes postTimes,
            WindowTimes windowTimes,
            SpikePolicy spikes,
            Consumer<DataStream<JsonRecord>> pageWindows,
            Consumer<DataStream<JsonRecord>> sliceWindows,
            Consumer<DataStream<Alert>> alerts) {
        DataStream<PostChange> changes =
                posts.keyBy(PostFact::threadId, Types.STRING)
                        .process(new FollowPosts(postTimes), TypeInformation.of(PostChange.class))
                        .name("follow posts")
                        .uid("follow-posts");
        KeyedStream<PageFact, String> facts = byPage(changes, pages, appeals);
        SingleOutputStreamOperator<JsonRecord> ofPages =
                facts.process(new SumPages(windowTimes), TypeInformation.of(JsonRecord.class))
                        .name("sum pages")
                        .uid("sum-pages");
        DataStream<JsonRecord> ofSlices =
                ofPages.getSideOutput(SumPages.SLICES)
                        .keyBy(SliceChange::sliceKey, Types.STRING)
                        .process(
                                new SumSlices(windowTimes.ofSlices()),
                                TypeInformation.of(JsonRecord.class))
                        .name("sum slices")
                        .uid("sum-slices");
        pageWindows.accept(ofPages);
        sliceWindows.accept(ofSlices);
        alerts.accept(
                facts.process(new WatchSpikes(spikes), TypeInformation.of(Alert.class))
                        .name("watch spikes")
                        .uid("watch-spikes"));
    }

    /**
     * All that is told of a page, in the task of its key. What follows is chained to it, though
     * each has a state of its own: facts travel and are written between tasks once for both.
     */
    private static KeyedStream<PageFact, String> byPage(
            DataStream<PostChange> changes,
            DataStream<PageFact> pages,
            DataStream<Appeal> appeals) {
        DataStream<PageFact> met =
                changes.map(PageFact::of, PageFact.TYPE)
                        .name("wrap changes")
                        .uid("wrap-changes")
                        .union(
                                pages,
                                appeals.map(PageFact::of, PageFact.TYPE)
                                        .name("wrap appeals")
                                        .uid("wrap-appeals"))
                        .keyBy(PageFact::communityId, Types.STRING)
                        .map(fact -> fact, PageFact.TYPE)
                        .name("meet by page")
                        .uid("meet-by-page");
        return DataStreamUtils.reinterpretAsKeyedStream(met, PageFact::communityId, Types.STRING);
    }
}
