package io.otklik.jobs.misinformation;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Emits a comment that asks whether the post above it is true as a question about the post's text,
 * as soon as both have come: «это правда?» counts for the story that the post tells.
 *
 * <p>A post that was edited is asked about by its first wording. A question that comes before its
 * post waits for it.
 *
 * <p>Keyed by thread. State: the post's text and when it was published, the questions that wait,
 * and when the last of all came. It goes after the time to live; what still waits then was asked
 * under a post that is too short to be followed.
 */
final class AskUnderPosts extends KeyedProcessFunction<String, ThreadFact, Sighting> {
    private static final long serialVersionUID = 1L;

    private final Age age;

    private transient ValueState<Post> post;
    private transient MapState<String, Sighting> waiting;

    AskUnderPosts(Age age) {
        this.age = age;
    }

    /**
     * What is known of a thread.
     *
     * @param postedAt when the wording was published that is asked about; {@link Long#MAX_VALUE}:
     *     the post has not come
     * @param lastAt when the post or a question was last published
     */
    public record Post(long textId, long postedAt, long lastAt) {

        private static final Post NONE = new Post(0, Long.MAX_VALUE, Long.MIN_VALUE);

        boolean isKnown() {
            return postedAt != Long.MAX_VALUE;
        }

        Post carries(Sighting wording) {
            return wording.publishedAt() < postedAt
                    ? new Post(wording.textId(), wording.publishedAt(), lastAt)
                    : this;
        }

        Post seenAt(long at) {
            return new Post(textId, postedAt, Math.max(lastAt, at));
        }
    }

    @Override
    public void open(OpenContext context) {
        post =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>("post", TypeInformation.of(Post.class)));
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting",
                                        Types.STRING,
                                        TypeInformation.of(Sighting.class)));
    }

    @Override
    public void processElement(ThreadFact fact, Context context, Collector<Sighting> out)
            throws Exception {
        Sighting sighting = fact.sighting();
        Post known = post.value();
        if (known == null) {
            age.watch(sighting.publishedAt(), context.timerService());
            known = Post.NONE;
        }
        Post next = known.seenAt(sighting.publishedAt());
        if (fact.isPost()) {
            next = next.carries(sighting);
            for (Sighting question : waiting.values()) {
                out.collect(question.about(next.textId()));
            }
            waiting.clear();
        } else if (known.isKnown()) {
            out.collect(sighting.about(known.textId()));
        } else {
            waiting.put(sighting.messageId(), sighting);
        }
        if (!next.equals(known)) {
            post.update(next);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Sighting> out)
            throws Exception {
        Post known = post.value();
        if (known != null && age.gone(known.lastAt(), timestamp, context.timerService())) {
            post.clear();
            waiting.clear();
        }
    }
}
