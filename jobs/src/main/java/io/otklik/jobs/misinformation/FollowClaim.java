package io.otklik.jobs.misinformation;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Claim;
import io.otklik.schemas.RuleBookVersion;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Verdict;
import io.otklik.similarity.signal.SignalBook;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

import java.util.ArrayList;
import java.util.List;

/**
 * Emits a {@link Suspicion} each time it changes, and to {@link #ALERTS} that its story spreads,
 * and that the time for a refutation passed without one.
 *
 * <p>Keyed by claim; by story where it repeats none. What a fact may change is told anew ({@link
 * Judgement}) and only differences are emitted, so that the order of facts does not matter: by a
 * story's fact that story; by what people did, a denial or another book of signals all stories of
 * the claim. That time ends by event time; the last watermark of bounded input ends none. If
 * another book gives more time, its end is told then; if it gives less, what is over is told at
 * once, and what is over later with the next fact about the story, or when the time by the former
 * book ends: Flink sets no timers where a book comes.
 *
 * <p>Where a claim spreads in many stories of which none does ({@link ClaimSpread}), that the time
 * passed is told of the first of them at whose end that is known, and of no other while any is
 * followed.
 *
 * <p>Versions follow the processing time, so that a replay supersedes the rows of a run before.
 *
 * <p>State: stories with what was emitted of them and when they are looked at, official denials in
 * them, what people did, the claim, which story stands for it, and how far it was told. A story
 * goes after the time to live; what people did and the claim stay, for a claim may come back after
 * years: people's work bounds them.
 */
final class FollowClaim
        extends KeyedBroadcastProcessFunction<String, SubjectFact, Reference, Suspicion> {
    private static final long serialVersionUID = 1L;

    static final OutputTag<Alert> ALERTS =
            new OutputTag<>("alerts", TypeInformation.of(Alert.class));

    private static final String NO_STORY = "";

    private final Age age;

    private static final MapStateDescriptor<String, Told> STORIES =
            new MapStateDescriptor<>("stories", Types.STRING, TypeInformation.of(Told.class));

    private transient SignalsInForce signals;
    private transient MapState<String, Told> stories;
    private transient MapState<String, Verdict> steps;
    private transient ValueState<Claim> claim;

    /** The latest instant up to which it was told, so that a restart takes nothing back. */
    private transient ValueState<Long> toldUpTo;

    /** Official denials in stories that stand, by story; none of those without one. */
    private transient MapState<String, List<StoryTold.Denial>> denials;

    /**
     * The story by which it is told that the claim's time passed; {@link #NO_STORY} while there is
     * none. Null: nothing is known of the claim's stories, or only by state of a build before this.
     */
    private transient ValueState<String> spokesman;

    /** When the time for a refutation of a story ends. */
    private transient Agenda lines;

    /** When a story may go. */
    private transient Agenda ends;

    private transient Counter suspicions;

    FollowClaim(Age age) {
        this.age = age;
    }

    /**
     * A story and what was emitted of it.
     *
     * @param suspicion null if nothing was
     */
    public record Told(StoryTold story, Suspicion suspicion, List<Alert> alerts) {}

    @Override
    public void open(OpenContext context) {
        signals = new SignalsInForce(getRuntimeContext().getMetricGroup());
        stories = getRuntimeContext().getMapState(STORIES);
        steps =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "steps", Types.STRING, TypeInformation.of(Verdict.class)));
        claim =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "claim", TypeInformation.of(Claim.class)));
        toldUpTo =
                getRuntimeContext().getState(new ValueStateDescriptor<>("told-up-to", Types.LONG));
        denials =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "denials",
                                        Types.STRING,
                                        Types.LIST(TypeInformation.of(StoryTold.Denial.class))));
        spokesman =
                getRuntimeContext().getState(new ValueStateDescriptor<>("spokesman", Types.STRING));
        lines = new Agenda("lines", getRuntimeContext());
        ends = new Agenda("ends", getRuntimeContext());
        suspicions = getRuntimeContext().getMetricGroup().counter("suspicions");
    }

    @Override
    public void processElement(SubjectFact fact, ReadOnlyContext context, Collector<Suspicion> out)
            throws Exception {
        knowDenials();
        ClaimTelling telling = telling(context, out);
        if (fact.story() != null) {
            boolean changesAll = take(fact.story(), telling.book(), context.timerService());
            if (!changesAll) {
                tell(List.of(fact.story().storyId()), telling);
                return;
            }
        } else if (fact.step() != null) {
            steps.put(fact.step().verdictId(), fact.step());
        } else {
            Claim known = claim.value();
            if (known == null || !known.updatedAt().isAfter(fact.claim().updatedAt())) {
                claim.update(fact.claim());
            }
        }
        tellAll(telling);
    }

    @Override
    public void processBroadcastElement(
            Reference reference, Context context, Collector<Suspicion> out) throws Exception {
        BroadcastState<String, RuleBookVersion> books =
                context.getBroadcastState(SignalsInForce.BOOKS);
        if (reference.rules() != null && signals.take(reference.rules(), books)) {
            ClaimTelling telling =
                    new ClaimTelling(
                            signals.book(books),
                            context.currentProcessingTime(),
                            context.currentWatermark(),
                            out,
                            alert -> context.output(ALERTS, alert));
            context.applyToKeyedState(
                    STORIES,
                    (subject, state) -> {
                        knowDenials();
                        tellAll(telling);
                    });
        }
    }

    private SignalBook book(ReadOnlyContext context) throws Exception {
        return signals.book(context.getBroadcastState(SignalsInForce.BOOKS));
    }

    private ClaimTelling telling(ReadOnlyContext context, Collector<Suspicion> out)
            throws Exception {
        return new ClaimTelling(
                book(context),
                context.currentProcessingTime(),
                context.currentWatermark(),
                out,
                alert -> context.output(ALERTS, alert));
    }

    /** Reads the denials of stories that a build before this left in state. */
    private void knowDenials() throws Exception {
        if (spokesman.value() != null || toldUpTo.value() == null) {
            return;
        }
        spokesman.update(NO_STORY);
        for (Told told : stories.values()) {
            putDenials(told.story());
        }
    }

    /**
     * @return whether it changes what is told of other stories
     */
    private boolean take(StoryTold story, SignalBook book, TimerService timers) throws Exception {
        String id = story.storyId();
        String speaking = spokesman.value();
        if (speaking == null || story.gone() && id.equals(speaking)) {
            spokesman.update(NO_STORY);
        }
        Told known = stories.get(id);
        stories.put(
                id,
                known == null
                        ? new Told(story, null, List.of())
                        : new Told(story, known.suspicion(), known.alerts()));
        if (known == null) {
            ends.put(age.goesAt(story.lastAt(), timers.currentWatermark()), id, timers);
        }
        long dueAt = dueAt(story, book);
        if (known == null
                || known.story().firstAt() != story.firstAt()
                || dueAt > timers.currentWatermark()) {
            lines.put(dueAt, id, timers);
        }
        return putDenials(story);
    }

    private boolean putDenials(StoryTold story) throws Exception {
        List<StoryTold.Denial> before = denials.get(story.storyId());
        List<StoryTold.Denial> now = story.gone() ? List.of() : story.refutations();
        if (now.equals(before == null ? List.of() : before)) {
            return false;
        }
        if (now.isEmpty()) {
            denials.remove(story.storyId());
        } else {
            denials.put(story.storyId(), now);
        }
        return true;
    }

    private static long dueAt(StoryTold story, SignalBook book) {
        return story.firstAt() + book.spread().refuteWithin().toMillis();
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Suspicion> out)
            throws Exception {
        TimerService timers = context.timerService();
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            clear();
            return;
        }
        knowDenials();
        List<String> over = lines.take(timestamp);
        List<String> old = ends.take(timestamp);
        if (over == null && old == null) {
            // Set by a build before this, which looked at all of them.
            over = allIds();
            old = over;
        }
        if (over != null) {
            endTime(over, telling(context, out), timers);
        }
        if (old != null) {
            age(old, timestamp, timers);
        }
    }

    /** Tells the stories whose time for a refutation is over. */
    private void endTime(List<String> ids, ClaimTelling telling, TimerService timers)
            throws Exception {
        tell(ids, telling);
        for (String id : ids) {
            Told told = stories.get(id);
            long dueAt = told == null ? 0 : dueAt(told.story(), telling.book());
            if (dueAt > timers.currentWatermark()) {
                lines.put(dueAt, id, timers);
            }
        }
        speakForClaim(ids, telling);
    }

    /** Lets one of the stories stand for the claim, if that spreads and none does so yet. */
    private void speakForClaim(List<String> ids, ClaimTelling telling) throws Exception {
        if (!NO_STORY.equals(spokesman.value())) {
            return;
        }
        for (String id : ids) {
            Told told = stories.get(id);
            if (told != null && told.story().claimId() != null && isMissed(told.suspicion())) {
                List<StoryTold> standing = new ArrayList<>();
                stories.values().forEach(one -> standing.add(one.story()));
                if (ClaimSpread.of(standing, telling.book().spread())) {
                    spokesman.update(id);
                    tell(List.of(id), telling);
                }
                return;
            }
        }
    }

    private static boolean isMissed(Suspicion suspicion) {
        return suspicion != null
                && !suspicion.retracted()
                && Boolean.FALSE.equals(suspicion.inTime())
                && suspicion.closedAt() == null;
    }

    private void age(List<String> ids, long timestamp, TimerService timers) throws Exception {
        for (String id : ids) {
            Told told = stories.get(id);
            if (told == null) {
                continue;
            }
            long goesAt = told.story().lastAt() + age.ttlMillis();
            if (goesAt <= timestamp) {
                stories.remove(id);
                denials.remove(id);
            } else {
                ends.put(goesAt, id, timers);
            }
        }
        if (stories.isEmpty()) {
            clear();
        }
    }

    /** Forgets what is known of stories. */
    private void clear() {
        stories.clear();
        denials.clear();
        lines.clear();
        ends.clear();
        spokesman.clear();
        toldUpTo.clear();
    }

    private List<String> allIds() throws Exception {
        List<String> all = new ArrayList<>();
        stories.keys().forEach(all::add);
        return all;
    }

    private void tellAll(ClaimTelling telling) throws Exception {
        tell(allIds(), telling);
    }

    private void tell(List<String> ids, ClaimTelling telling) throws Exception {
        if (ids.isEmpty()) {
            return;
        }
        Judgement judgement = judgement(telling);
        for (String id : ids) {
            Told told = stories.get(id);
            if (told == null) {
                continue;
            }
            Told next = telling.tell(told, judgement, id.equals(spokesman.value()));
            if (next != told) {
                stories.put(id, next);
            }
            if (told.suspicion() == null && next.suspicion() != null) {
                suspicions.inc();
            }
        }
    }

    private Judgement judgement(ClaimTelling telling) throws Exception {
        long watermark = telling.watermark();
        Long before = toldUpTo.value();
        long upTo = before == null ? watermark : Math.max(before, watermark);
        if (watermark == Long.MAX_VALUE) {
            upTo = before == null ? Long.MIN_VALUE : before;
        }
        if (before == null || upTo != before) {
            toldUpTo.update(upTo);
        }
        List<Verdict> done = new ArrayList<>();
        steps.values().forEach(done::add);
        List<StoryTold.Denial> official = new ArrayList<>();
        denials.values().forEach(official::addAll);
        return new Judgement(telling.book(), claim.value(), done, official, upTo);
    }
}
