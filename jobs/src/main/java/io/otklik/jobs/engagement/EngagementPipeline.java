package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementWindow;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.util.function.Consumer;

/** The topology of job {@code engagement}. */
final class EngagementPipeline {

    private EngagementPipeline() {}

    /**
     * Sums up what posts gain and gives the rows of windows to the consumer.
     *
     * @param posts messages and counters
     * @param pages the register and the pages' audience
     */
    static void define(
            DataStream<PostFact> posts,
            DataStream<PageFact> pages,
            PostTimes postTimes,
            WindowTimes windowTimes,
            Consumer<DataStream<EngagementWindow>> windows) {
        DataStream<PageFact> changes =
                posts.keyBy(PostFact::threadId, Types.STRING)
                        .process(new FollowPosts(postTimes), TypeInformation.of(PostChange.class))
                        .name("follow posts")
                        .uid("follow-posts")
                        .map(PageFact::of, TypeInformation.of(PageFact.class))
                        .name("wrap changes")
                        .uid("wrap-changes");
        SingleOutputStreamOperator<EngagementWindow> ofPages =
                changes.union(pages)
                        .keyBy(PageFact::communityId, Types.STRING)
                        .process(
                                new SumPages(windowTimes),
                                TypeInformation.of(EngagementWindow.class))
                        .name("sum pages")
                        .uid("sum-pages");
        DataStream<EngagementWindow> ofSlices =
                ofPages.getSideOutput(SumPages.SLICES)
                        .keyBy(SliceChange::sliceKey, Types.STRING)
                        .process(
                                new SumSlices(windowTimes.ofSlices()),
                                TypeInformation.of(EngagementWindow.class))
                        .name("sum slices")
                        .uid("sum-slices");
        windows.accept(ofPages.union(ofSlices));
    }
}
