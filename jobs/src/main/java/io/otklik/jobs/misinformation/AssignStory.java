package io.otklik.jobs.misinformation;

import io.otklik.jobs.runtime.WrittenBy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

import java.util.ArrayList;
import java.util.List;

/**
 * Emits each message that carries a text under the story it belongs to, as soon as there is a
 * second copy or the text is notable by itself; and when an earlier message turns out to be the
 * story's first, that all of them leave the one story for the other.
 *
 * <p>Keyed by text. State: the text's messages, the story, and when it was last published. It goes
 * after the time to live.
 */
final class AssignStory extends KeyedCoProcessFunction<Long, Sighting, Hop, Member> {
    private static final long serialVersionUID = 1L;

    private final Age age;

    private transient MapState<String, Sighting> sightings;
    private transient ValueState<Story> story;
    private transient Counter late;

    AssignStory(Age age) {
        this.age = age;
    }

    /**
     * A text's story.
     *
     * @param emitted whether its messages were emitted
     * @param hasCopies whether a near copy is known
     * @param assignedAt of its messages' last emission, see {@link Member}; 0: there was none
     */
    @WrittenBy(StorySerializer.class)
    @TypeInfo(WrittenBy.Factory.class)
    public record Story(
            Label label,
            long lastAt,
            boolean emitted,
            boolean hasCopies,
            int count,
            long assignedAt) {

        Story assignedAt(long at) {
            return new Story(label, lastAt, emitted, hasCopies, count, at);
        }
    }

    @Override
    public void open(OpenContext context) {
        sightings =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "sightings",
                                        Types.STRING,
                                        TypeInformation.of(Sighting.class)));
        story =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "story", TypeInformation.of(Story.class)));
        late = getRuntimeContext().getMetricGroup().counter("lateCopies");
    }

    @Override
    public void processElement1(Sighting came, Context context, Collector<Member> out)
            throws Exception {
        Story known = current(came.publishedAt(), context.timerService());
        if (known != null
                && came.publishedAt() < known.label().at()
                && age.apart(came.publishedAt(), known.label().at())) {
            late.inc();
            return;
        }
        Sighting before = known == null ? null : sightings.get(came.messageId());
        Sighting sighting = before == null ? came : before.and(came);
        if (sighting.equals(before)) {
            return;
        }
        sightings.put(sighting.messageId(), sighting);
        Label own = sighting.label();
        int count = (known == null ? 0 : known.count()) + (before == null ? 1 : 0);
        boolean copies = known != null && known.hasCopies();
        Story next =
                new Story(
                        known == null ? own : Label.earlier(known.label(), own),
                        known == null
                                ? sighting.publishedAt()
                                : Math.max(known.lastAt(), sighting.publishedAt()),
                        known != null && known.emitted()
                                || count > 1
                                || copies
                                || sighting.notable(),
                        copies,
                        count,
                        known == null ? 0 : known.assignedAt());
        change(known, next, sighting, context.timerService(), out);
    }

    @Override
    public void processElement2(Hop hop, Context context, Collector<Member> out) throws Exception {
        Story known = current(hop.label().at(), context.timerService());
        if (known == null) {
            // The way of the copies was faster than the message's own.
            story.update(new Story(hop.label(), hop.at(), false, true, 0, 0));
            return;
        }
        Story next =
                new Story(
                        Label.earlier(known.label(), hop.label()),
                        Math.max(known.lastAt(), hop.at()),
                        known.emitted() || known.count() > 0,
                        true,
                        known.count(),
                        known.assignedAt());
        change(known, next, null, context.timerService(), out);
    }

    /** What is known; null, with a timer for what follows, if that was of another story. */
    private Story current(long at, TimerService timers) throws Exception {
        Story known = story.value();
        if (known == null) {
            age.watch(at, timers);
        } else if (at > known.lastAt() && age.apart(at, known.lastAt())) {
            sightings.clear();
            return null;
        }
        return known;
    }

    private void change(
            Story known, Story next, Sighting added, TimerService timers, Collector<Member> out)
            throws Exception {
        String storyId = next.label().messageId();
        boolean wasEmitted = known != null && known.emitted();
        boolean moves = wasEmitted && !known.label().equals(next.label());
        List<Sighting> assigned = new ArrayList<>();
        if (next.emitted() && (!wasEmitted || moves)) {
            sightings.values().forEach(assigned::add);
        } else if (next.emitted() && added != null) {
            assigned.add(added);
        }
        Story now = next;
        if (!assigned.isEmpty()) {
            long at = Math.max(timers.currentProcessingTime(), next.assignedAt() + 1);
            for (Sighting sighting : assigned) {
                if (moves) {
                    out.collect(new Member(known.label().messageId(), sighting, storyId, at));
                }
                out.collect(new Member(storyId, sighting, null, at));
            }
            now = next.assignedAt(at);
        }
        if (!now.equals(known)) {
            story.update(now);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Member> out)
            throws Exception {
        Story known = story.value();
        if (known != null && age.gone(known.lastAt(), timestamp, context.timerService())) {
            story.clear();
            sightings.clear();
        }
    }
}
