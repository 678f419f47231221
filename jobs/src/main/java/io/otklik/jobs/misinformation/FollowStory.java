package io.otklik.jobs.misinformation;

import io.otklik.schemas.Copy;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import io.otklik.similarity.signal.SignalBook;
import io.otklik.similarity.signal.SpreadRule;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Emits what a story is made of when that has changed, at most once a second of processing time and
 * at the end of bounded input; and to {@link #COPIES} each of its messages.
 *
 * <p>Keyed by story. Messages may come in any order: the story is told anew from all of them
 * ({@link Stories}). A registration links it to a claim. When its messages move to another story it
 * is told once more as merged into that.
 *
 * <p>State: the messages, what was told last, the linked claim, and when the next telling is due.
 * It goes after the time to live; nothing is emitted then.
 */
final class FollowStory extends KeyedCoProcessFunction<String, Member, Verdict, StoryTold> {
    private static final long serialVersionUID = 1L;

    /** Messages with their story. */
    static final OutputTag<Copy> COPIES = new OutputTag<>("copies", TypeInformation.of(Copy.class));

    /** Of one message in one story: its row is emitted again when the story's claim changes. */
    private static final int MOST_EMISSIONS = 1_000;

    private static final long TELL_EVERY = Duration.ofSeconds(1).toMillis();

    private final Age age;

    private transient SpreadRule rule;
    private transient MapState<String, Carried> messages;
    private transient ValueState<StoryTold> told;
    private transient ValueState<Course> course;

    FollowStory(Age age) {
        this.age = age;
    }

    /**
     * A message of the story.
     *
     * @param assignedAt when it came, see {@link Member}
     * @param emissions how often its row was emitted
     */
    public record Carried(Sighting sighting, long assignedAt, int emissions) {

        /** Above all that stories which it left before still emit, whatever their clocks say. */
        long version() {
            return assignedAt * MOST_EMISSIONS + Math.min(emissions, MOST_EMISSIONS - 1);
        }

        Carried emitted() {
            return new Carried(sighting, assignedAt, emissions + 1);
        }
    }

    /**
     * What else is known.
     *
     * @param linkedClaim the claim that a person registered it under; null if none
     * @param movedTo where its messages went; null if they did not
     * @param tellAt when it is told next, processing time; 0: nothing has changed
     * @param lastAt publication of its latest message
     */
    public record Course(
            String linkedClaim, Instant linkedAt, String movedTo, long tellAt, long lastAt) {

        static final Course NONE = new Course(null, null, null, 0, 0);

        Course linkedTo(String claim, Instant at) {
            return new Course(claim, at, movedTo, tellAt, lastAt);
        }

        Course movedTo(String story) {
            return new Course(linkedClaim, linkedAt, story, tellAt, lastAt);
        }

        Course toldAt(long at) {
            return new Course(linkedClaim, linkedAt, movedTo, at, lastAt);
        }

        Course seenAt(long at) {
            return new Course(linkedClaim, linkedAt, movedTo, tellAt, Math.max(lastAt, at));
        }
    }

    @Override
    public void open(OpenContext context) {
        rule = SignalBook.bundled().spread();
        messages =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "messages",
                                        Types.STRING,
                                        TypeInformation.of(Carried.class)));
        told =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "told", TypeInformation.of(StoryTold.class)));
        course =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "course", TypeInformation.of(Course.class)));
    }

    @Override
    public void processElement1(Member member, Context context, Collector<StoryTold> out)
            throws Exception {
        Sighting sighting = member.sighting();
        Course known = course(sighting.publishedAt(), context.timerService());
        Course next = known.seenAt(sighting.publishedAt());
        if (member.movedTo() == null) {
            messages.put(sighting.messageId(), new Carried(sighting, member.assignedAt(), 0));
        } else {
            messages.remove(sighting.messageId());
            next = next.movedTo(member.movedTo());
        }
        course.update(soon(next, context.timerService()));
    }

    @Override
    public void processElement2(Verdict step, Context context, Collector<StoryTold> out)
            throws Exception {
        if (step.step() != VerdictStep.REGISTERED) {
            return;
        }
        long at = step.at().toEpochMilli();
        Course known = course(at, context.timerService());
        if (known.linkedAt() == null || !known.linkedAt().isAfter(step.at())) {
            course.update(
                    soon(
                            known.seenAt(at).linkedTo(step.claimId(), step.at()),
                            context.timerService()));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<StoryTold> out)
            throws Exception {
        Course known = course.value();
        if (known == null) {
            return;
        }
        TimerService timers = context.timerService();
        boolean inputEnds =
                context.timeDomain() == TimeDomain.EVENT_TIME
                        && timers.currentWatermark() == Long.MAX_VALUE;
        if (known.tellAt() != 0
                && (inputEnds || context.timeDomain() == TimeDomain.PROCESSING_TIME)) {
            tell(known, context, out);
            if (inputEnds) {
                timers.deleteProcessingTimeTimer(known.tellAt());
            }
            known = known.toldAt(0);
            course.update(known);
        }
        if (context.timeDomain() == TimeDomain.EVENT_TIME
                && age.gone(known.lastAt(), timestamp, timers)) {
            messages.clear();
            told.clear();
            course.clear();
            if (known.tellAt() != 0) {
                timers.deleteProcessingTimeTimer(known.tellAt());
            }
        }
    }

    private Course course(long at, TimerService timers) throws Exception {
        Course known = course.value();
        if (known == null) {
            age.watch(at, timers);
            return Course.NONE;
        }
        return known;
    }

    private static Course soon(Course course, TimerService timers) {
        if (course.tellAt() != 0) {
            return course;
        }
        long at = timers.currentProcessingTime() + TELL_EVERY;
        timers.registerProcessingTimeTimer(at);
        return course.toldAt(at);
    }

    private void tell(Course known, OnTimerContext context, Collector<StoryTold> out)
            throws Exception {
        StoryTold before = told.value();
        Map<String, Carried> all = new HashMap<>();
        for (Map.Entry<String, Carried> entry : messages.entries()) {
            all.put(entry.getKey(), entry.getValue());
        }
        if (all.isEmpty()) {
            if (before != null && !before.gone()) {
                StoryTold merged = before.leaving(known.movedTo());
                told.update(merged);
                out.collect(merged);
            }
            return;
        }
        List<Sighting> sightings = new ArrayList<>();
        all.values().forEach(carried -> sightings.add(carried.sighting()));
        StoryTold story =
                Stories.tell(context.getCurrentKey(), sightings, known.linkedClaim(), rule);
        boolean elsewhere =
                before != null && !before.gone() && !before.subject().equals(story.subject());
        if (elsewhere) {
            out.collect(before.leaving(null));
        }
        if (!story.same(before)) {
            told.update(story);
            out.collect(story);
        }
        for (Carried carried : all.values()) {
            if (carried.emissions() == 0 || elsewhere) {
                context.output(COPIES, row(carried, story));
                messages.put(carried.sighting().messageId(), carried.emitted());
            }
        }
    }

    private static Copy row(Carried carried, StoryTold story) {
        Sighting sighting = carried.sighting();
        return new Copy(
                sighting.messageId(),
                story.storyId(),
                Long.toHexString(sighting.textId()),
                sighting.platform(),
                sighting.communityId(),
                sighting.type(),
                sighting.stance(),
                sighting.official(),
                story.claimId(),
                sighting.url(),
                Instant.ofEpochMilli(sighting.publishedAt()),
                carried.version());
    }
}
