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
import java.util.List;

/**
 * Emits what a story is made of when that has changed, at most once a second of processing time and
 * at the end of bounded input; and to {@link #COPIES} each of its messages.
 *
 * <p>Keyed by story. Messages may come in any order: they are added to a {@link Tally}, which is
 * made anew from all of them only when one left the story after it was told. A registration links
 * the story to a claim. When its messages move to another story it is told once more as merged into
 * that.
 *
 * <p>State: the messages, those that are not counted yet apart; what is counted, and when and where
 * it was told ({@link StoryPoints}); what was told last, the linked claim, and when the next
 * telling is due. It goes after the time to live; nothing is emitted then.
 */
final class FollowStory extends KeyedCoProcessFunction<String, Member, Verdict, StoryTold> {
    private static final long serialVersionUID = 1L;

    /** Messages with their story. */
    static final OutputTag<Copy> COPIES = new OutputTag<>("copies", TypeInformation.of(Copy.class));

    private static final long TELL_EVERY = Duration.ofSeconds(1).toMillis();

    private final Age age;

    private transient SpreadRule rule;
    private transient MapState<String, Carried> messages;

    /** Messages that came since it was told. */
    private transient MapState<String, Carried> fresh;

    private transient ValueState<Tally> tally;
    private transient MapState<Long, StoryPoints.Quarter> quarters;
    private transient MapState<String, Boolean> pages;
    private transient ValueState<StoryTold> told;
    private transient ValueState<Course> course;

    FollowStory(Age age) {
        this.age = age;
    }

    /**
     * What else is known.
     *
     * @param linkedClaim the claim that a person registered it under; null if none
     * @param movedTo where its messages went; null if they did not
     * @param left whether a message that is counted went
     * @param tellAt when it is told next, processing time; 0: nothing has changed
     * @param lastAt publication of its latest message
     */
    public record Course(
            String linkedClaim,
            Instant linkedAt,
            String movedTo,
            boolean left,
            long tellAt,
            long lastAt) {

        static final Course NONE = new Course(null, null, null, false, 0, 0);

        Course linkedTo(String claim, Instant at) {
            return new Course(claim, at, movedTo, left, tellAt, lastAt);
        }

        Course movedTo(String story, boolean counted) {
            return new Course(linkedClaim, linkedAt, story, left || counted, tellAt, lastAt);
        }

        Course tellAt(long at) {
            return new Course(linkedClaim, linkedAt, movedTo, left, at, lastAt);
        }

        Course told() {
            return new Course(linkedClaim, linkedAt, movedTo, false, 0, lastAt);
        }

        Course seenAt(long at) {
            return new Course(linkedClaim, linkedAt, movedTo, left, tellAt, Math.max(lastAt, at));
        }
    }

    @Override
    public void open(OpenContext context) {
        rule = SignalBook.bundled().spread();
        messages = carried("messages");
        fresh = carried("fresh");
        tally =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "tally", TypeInformation.of(Tally.class)));
        quarters =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "quarters",
                                        Types.LONG,
                                        TypeInformation.of(StoryPoints.Quarter.class)));
        pages =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>("pages", Types.STRING, Types.BOOLEAN));
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

    private MapState<String, Carried> carried(String name) {
        return getRuntimeContext()
                .getMapState(
                        new MapStateDescriptor<>(
                                name, Types.STRING, TypeInformation.of(Carried.class)));
    }

    @Override
    public void processElement1(Member member, Context context, Collector<StoryTold> out)
            throws Exception {
        Sighting sighting = member.sighting();
        Course known = course(sighting.publishedAt(), context.timerService());
        Course next = known.seenAt(sighting.publishedAt());
        if (member.movedTo() == null) {
            Carried came = Carried.of(sighting, member.assignedAt());
            Carried waiting = fresh.get(sighting.messageId());
            fresh.put(sighting.messageId(), waiting == null ? came : waiting.and(came));
        } else {
            leave(fresh, sighting);
            next = next.movedTo(member.movedTo(), leave(messages, sighting));
        }
        course.update(soon(next, context.timerService()));
    }

    /** Whether it was there. */
    private static boolean leave(MapState<String, Carried> carried, Sighting sighting)
            throws Exception {
        Carried known = carried.get(sighting.messageId());
        if (known == null) {
            return false;
        }
        Carried left = known.without(sighting.textId());
        if (left.wordings().isEmpty()) {
            carried.remove(sighting.messageId());
        } else {
            carried.put(sighting.messageId(), left);
        }
        return left.wordings().size() < known.wordings().size();
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
            known = known.told();
            course.update(known);
        }
        if (context.timeDomain() == TimeDomain.EVENT_TIME
                && age.gone(known.lastAt(), timestamp, timers)) {
            messages.clear();
            fresh.clear();
            tally.clear();
            points().clear();
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
        return course.tellAt(at);
    }

    private void tell(Course known, OnTimerContext context, Collector<StoryTold> out)
            throws Exception {
        StoryTold before = told.value();
        List<Carried> rows = new ArrayList<>();
        Tally counted = count(known.left(), rows);
        if (counted.messages() == 0) {
            tally.clear();
            if (before != null && !before.gone()) {
                StoryTold merged = before.leaving(known.movedTo());
                told.update(merged);
                out.collect(merged);
            }
            return;
        }
        tally.update(counted);
        StoryTold story = counted.told(context.getCurrentKey(), known.linkedClaim());
        boolean elsewhere =
                before != null && !before.gone() && !before.subject().equals(story.subject());
        if (elsewhere) {
            out.collect(before.leaving(null));
            rows.clear();
            messages.values().forEach(rows::add);
        }
        if (!story.same(before)) {
            told.update(story);
            out.collect(story);
        }
        for (Carried carried : rows) {
            context.output(COPIES, row(carried, story));
            messages.put(carried.counted().messageId(), carried.emitted());
        }
    }

    /**
     * Counts the fresh messages, which are so no longer.
     *
     * @param anew whether to count all of them anew
     * @param rows takes the fresh ones
     */
    private Tally count(boolean anew, List<Carried> rows) throws Exception {
        List<Sighting> added = new ArrayList<>();
        boolean recount = anew;
        for (Carried carried : fresh.values()) {
            Carried known = messages.get(carried.counted().messageId());
            Carried now = known == null ? carried : known.and(carried);
            if (known == null) {
                added.add(now.counted());
            } else {
                recount |= !now.counted().equals(known.counted());
            }
            rows.add(now);
        }
        fresh.clear();
        for (Carried carried : rows) {
            messages.put(carried.counted().messageId(), carried);
        }
        StoryPoints points = points();
        Tally before = tally.value();
        if (recount) {
            added.clear();
            messages.values().forEach(carried -> added.add(carried.counted()));
            points.clear();
            before = null;
        }
        return (before == null ? Tally.NONE : before).with(added, points, rule);
    }

    private StoryPoints points() {
        return new StoryPoints(quarters, pages);
    }

    private static Copy row(Carried carried, StoryTold story) {
        Sighting sighting = carried.counted();
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
