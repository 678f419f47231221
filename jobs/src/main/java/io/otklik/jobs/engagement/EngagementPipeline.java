package io.otklik.jobs.engagement;

import io.otklik.engagement.SpikePolicy;
import io.otklik.schemas.Alert;
import io.otklik.schemas.Appeal;
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
            Consumer<DataStream<EngagementWindow>> pageWindows,
            Consumer<DataStream<EngagementWindow>> sliceWindows,
            Consumer<DataStream<Alert>> alerts) {
        DataStream<PostChange> changes =
                posts.keyBy(PostFact::threadId, Types.STRING)
                        .process(new FollowPosts(postTimes), TypeInformation.of(PostChange.class))
                        .name("follow posts")
                        .uid("follow-posts");
        SingleOutputStreamOperator<EngagementWindow> ofPages =
                changes.map(PageFact::of, PageFact.TYPE)
                        .name("wrap changes")
                        .uid("wrap-changes")
                        .union(pages)
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
        pageWindows.accept(ofPages);
        sliceWindows.accept(ofSlices);
        alerts.accept(
                spikeFacts(changes, pages, appeals)
                        .keyBy(SpikeFact::communityId, Types.STRING)
                        .process(new WatchSpikes(spikes), TypeInformation.of(Alert.class))
                        .name("watch spikes")
                        .uid("watch-spikes"));
    }

    private static DataStream<SpikeFact> spikeFacts(
            DataStream<PostChange> changes,
            DataStream<PageFact> pages,
            DataStream<Appeal> appeals) {
        TypeInformation<SpikeFact> type = TypeInformation.of(SpikeFact.class);
        return changes.<SpikeFact>flatMap(
                        (change, out) -> {
                            PageReactions reactions = PageReactions.of(change);
                            if (reactions != null) {
                                out.collect(SpikeFact.of(reactions));
                            }
                        },
                        type)
                .name("pick reactions")
                .uid("pick-reactions")
                .union(
                        pages.<SpikeFact>flatMap(
                                        (fact, out) -> {
                                            if (fact.page() != null) {
                                                out.collect(SpikeFact.of(fact.page()));
                                            }
                                        },
                                        type)
                                .name("pick register")
                                .uid("pick-register"),
                        appeals.map(SpikeFact::of, type).name("wrap appeals").uid("wrap-appeals"));
    }
}
